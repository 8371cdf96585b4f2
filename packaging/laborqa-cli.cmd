@echo off
rem The command line of LaborQA: a program with windows has no console of its own and lends this one.
start "" /b /wait "%~dp0LaborQA.exe" %*
exit /b %errorlevel%

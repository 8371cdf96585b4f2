; LaborQA-setup.exe: per user, no administrator. packaging/setup_file.py gives VERSION, FOUR, SOURCE, OUT, ICON and, to sign
; the uninstaller, SIGN; QUICK for one that is only tried; TARGET where NSIS can make 64-bit set-up files, as on Debian,
; because a Wine of 64 bits runs no others. Silent with /S. Exit codes: 0 done, 1 left by the user, 2 not done (the reason
; was shown). An older version is replaced as a whole or not at all. Libraries, backups and preferences are never touched.
Unicode true
!ifdef TARGET
  Target ${TARGET}
!endif
!include MUI2.nsh
!include LogicLib.nsh
!include x64.nsh
!include WinVer.nsh
!include WordFunc.nsh
!include FileFunc.nsh

!define NAME "LaborQA"
!define TITLE "LaborQA Desktop"
!define MAKERS "LaborQA Desktop contributors"
!define KIND "LaborQA.Library"
!define COPY "LaborQA.Backup"
!define CLASSES "Software\Classes"
!define APPS "Software\Microsoft\Windows\CurrentVersion\Uninstall\${NAME}"
!define PATHS "Software\Microsoft\Windows\CurrentVersion\App Paths\${NAME}.exe"
!define EXE "$INSTDIR\program\${NAME}.exe"

Name "${TITLE}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
InstallDirRegKey HKCU "${APPS}" "InstallLocation"
RequestExecutionLevel user
!ifdef QUICK
  SetCompressor zlib
!else
  SetCompressor /SOLID lzma
  SetCompressorDictSize 64
!endif
SetDateSave off
ManifestDPIAware true
ManifestLongPathAware true
BrandingText "${TITLE} ${VERSION}"
VIProductVersion "${FOUR}"
VIAddVersionKey "ProductName" "${TITLE}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "${TITLE}"
VIAddVersionKey "CompanyName" "${MAKERS}"
VIAddVersionKey "LegalCopyright" "${MAKERS}, Apache License 2.0"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEPAGE_TEXT "$(WELCOME)"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN "${EXE}"
!define MUI_FINISHPAGE_SHOWREADME
!define MUI_FINISHPAGE_SHOWREADME_TEXT "$(ON_DESKTOP)"
!define MUI_FINISHPAGE_SHOWREADME_FUNCTION PutOnDesktop
!insertmacro MUI_PAGE_FINISH
!define MUI_UNCONFIRMPAGE_TEXT_TOP "$(DATA_STAYS)"
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"
!insertmacro MUI_LANGUAGE "English"

LangString WELCOME ${LANG_SIMPCHINESE} "安装到您自己的用户文件夹，不需要管理员权限。$\r$\n$\r$\n已装旧版时整体替换；您的资料库、备份和设置不会改动。$\r$\n$\r$\n单击“下一步”继续。"
LangString WELCOME ${LANG_ENGLISH} "This installs into your own user folder; no administrator rights are needed.$\r$\n$\r$\nAn older version is replaced as a whole; your libraries, backups and preferences are not touched.$\r$\n$\r$\nClick Next to go on."
LangString ON_DESKTOP ${LANG_SIMPCHINESE} "在桌面上放一个图标"
LangString ON_DESKTOP ${LANG_ENGLISH} "Put an icon on the desktop"
LangString DATA_STAYS ${LANG_SIMPCHINESE} "只卸载程序。您的资料库、备份和设置都留在原处。"
LangString DATA_STAYS ${LANG_ENGLISH} "Only the program is removed. Your libraries, backups and preferences stay where they are."
LangString STILL_OPEN ${LANG_SIMPCHINESE} "LaborQA 正在运行。请先关闭它，再单击“重试”；现在什么都还没有改动。"
LangString STILL_OPEN ${LANG_ENGLISH} "LaborQA is running. Please close it and click Retry; nothing has been changed yet."
LangString TOO_OLD ${LANG_SIMPCHINESE} "这个程序需要 64 位的 Windows 10（1903 版或更新）或 Windows 11。这台电脑的系统较旧，没有安装任何东西；请先更新 Windows，或换一台电脑。"
LangString TOO_OLD ${LANG_ENGLISH} "This program needs 64-bit Windows 10 (version 1903 or later) or Windows 11. The system of this computer is older, and nothing was installed; please update Windows first, or take another computer."
LangString IS_NEWER ${LANG_SIMPCHINESE} "这台电脑上已经有更新的版本，旧版打不开它用过的资料库，所以没有改动。确实要装旧版时，请先卸载现在的版本。"
LangString IS_NEWER ${LANG_ENGLISH} "This computer already has a newer version, whose libraries this one could not open, so nothing was changed. To go back all the same, remove the newer version first."
LangString NOT_DONE ${LANG_SIMPCHINESE} "程序文件没能写入 $INSTDIR。请看看磁盘是否已满、杀毒软件是否拦截，然后再装一次；原来的版本还在。"
LangString NOT_DONE ${LANG_ENGLISH} "The program could not be written to $INSTDIR. Please see whether the disk is full or a virus scanner stepped in, then install again; the version from before is still there."
LangString LIBRARY ${LANG_SIMPCHINESE} "LaborQA 资料库"
LangString LIBRARY ${LANG_ENGLISH} "LaborQA library"
LangString BACKUP ${LANG_SIMPCHINESE} "LaborQA 备份"
LangString BACKUP ${LANG_ENGLISH} "LaborQA backup"

!macro TELL_RUNNING PREFIX
Function ${PREFIX}NotRunning
  again:
  ${IfNot} ${FileExists} "${EXE}"
    Return
  ${EndIf}
  ClearErrors
  FileOpen $0 "${EXE}" a
  ${IfNot} ${Errors}
    FileClose $0
    Return
  ${EndIf}
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(STILL_OPEN)" /SD IDCANCEL IDRETRY again
  SetErrorLevel 2
  Quit
FunctionEnd
!macroend
!insertmacro TELL_RUNNING ""
!insertmacro TELL_RUNNING "un."

Function .onInit
  SetRegView 64
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastBuild} 18362
    MessageBox MB_OK|MB_ICONSTOP "$(TOO_OLD)" /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
  ReadRegStr $0 HKCU "${APPS}" "DisplayVersion"
  ${If} $0 != ""
    ${VersionCompare} "$0" "${VERSION}" $1
    ${If} $1 == 1
      MessageBox MB_OK|MB_ICONSTOP "$(IS_NEWER)" /SD IDOK
      SetErrorLevel 2
      Quit
    ${EndIf}
  ${EndIf}
FunctionEnd

Function un.onInit
  SetRegView 64
FunctionEnd

Function PutOnDesktop
  CreateShortcut "$DESKTOP\${NAME}.lnk" "${EXE}"
FunctionEnd

!macro OPENS ENDING CLASS WORDS
  WriteRegStr HKCU "${CLASSES}\${ENDING}" "" "${CLASS}"
  WriteRegStr HKCU "${CLASSES}\${CLASS}" "" "${WORDS}"
  WriteRegStr HKCU "${CLASSES}\${CLASS}\DefaultIcon" "" "${EXE},0"
  WriteRegStr HKCU "${CLASSES}\${CLASS}\shell\open\command" "" '"${EXE}" "%1"'
!macroend

!macro OPENS_NO_MORE ENDING CLASS
  ReadRegStr $0 HKCU "${CLASSES}\${ENDING}" ""
  ${If} $0 == "${CLASS}"
    DeleteRegKey HKCU "${CLASSES}\${ENDING}"
  ${EndIf}
  DeleteRegKey HKCU "${CLASSES}\${CLASS}"
!macroend

!macro SHELL_LOOKS_AGAIN
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

Section
  Call NotRunning
  RMDir /r "$INSTDIR\new"
  RMDir /r "$INSTDIR\old"
  ClearErrors
  SetOutPath "$INSTDIR\new"
  File /r "${SOURCE}\*"
  SetOutPath "$INSTDIR"
  ${IfNot} ${Errors}
    ${If} ${FileExists} "$INSTDIR\program\*"
      Rename "$INSTDIR\program" "$INSTDIR\old"
    ${EndIf}
  ${EndIf}
  ${IfNot} ${Errors}
    Rename "$INSTDIR\new" "$INSTDIR\program"
    ${If} ${Errors}
      Rename "$INSTDIR\old" "$INSTDIR\program"
      SetErrors
    ${EndIf}
  ${EndIf}
  ${If} ${Errors}
    RMDir /r "$INSTDIR\new"
    MessageBox MB_OK|MB_ICONSTOP "$(NOT_DONE)" /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
  RMDir /r "$INSTDIR\old"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "${EXE}" "" "${EXE}" 0 SW_SHOWNORMAL "" "${TITLE}"

  !insertmacro OPENS ".labq" "${KIND}" "$(LIBRARY)"
  !insertmacro OPENS ".labqbackup" "${COPY}" "$(BACKUP)"
  WriteRegStr HKCU "${PATHS}" "" "${EXE}"
  !insertmacro SHELL_LOOKS_AGAIN

  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegStr HKCU "${APPS}" "DisplayName" "${TITLE}"
  WriteRegStr HKCU "${APPS}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${APPS}" "Publisher" "${MAKERS}"
  WriteRegStr HKCU "${APPS}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${APPS}" "DisplayIcon" "${EXE}"
  WriteRegStr HKCU "${APPS}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${APPS}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${APPS}" "EstimatedSize" $0
  WriteRegDWORD HKCU "${APPS}" "NoModify" 1
  WriteRegDWORD HKCU "${APPS}" "NoRepair" 1
SectionEnd

Section "Uninstall"
  Call un.NotRunning
  RMDir /r "$INSTDIR\program"
  RMDir /r "$INSTDIR\new"
  RMDir /r "$INSTDIR\old"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${NAME}.lnk"
  Delete "$DESKTOP\${NAME}.lnk"
  !insertmacro OPENS_NO_MORE ".labq" "${KIND}"
  !insertmacro OPENS_NO_MORE ".labqbackup" "${COPY}"
  DeleteRegKey HKCU "${PATHS}"
  DeleteRegKey HKCU "${APPS}"
  !insertmacro SHELL_LOOKS_AGAIN
SectionEnd

!ifdef SIGN
  !uninstfinalize '${SIGN} "%1"'
!endif

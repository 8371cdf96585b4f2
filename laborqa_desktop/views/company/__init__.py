"""Who we are and how the program behaves: company profile, signing identity, language, theme, the library itself."""

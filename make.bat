@echo off
rem Windows without make: the same words, .\make figures CORPUS="C:\my documents"
py -3 "%~dp0tasks.py" %*

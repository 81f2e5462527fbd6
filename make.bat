@echo off
rem Windows without make: the same words, .\make figures CORPUS="C:\my documents"
set TOOL=py -3
where py >nul 2>nul || set TOOL=python
%TOOL% "%~dp0tasks.py" %*

"""The project's tasks, on any system with Python 3.11 to 3.13: python tasks.py TARGET [NAME=VALUE ...].

`make TARGET` (and make.bat on Windows) call this file, so that how things are done is described once.
Only the standard library is used here: it runs before anything is installed.
"""

import hashlib
import locale
import os
import shlex
import shutil
import subprocess
import sys
import venv
import webbrowser
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / ".ready"
WHOLE, RUN = "requirements.lock", "requirements-run.lock"
"""Everything, and the part of it that runs on documents need."""
SIZES = {WHOLE: "1.7 GB", RUN: "1.0 GB"}
RUN_EXTRAS = ("pdf", "formats", "traditional", "years", "slides")
BUILD = ("requirements-build.lock", "pyproject.toml")
SAID = {
    "python": (
        "govnlp needs Python 3.11, 3.12 or 3.13; {path} is {version}. Name another one: "
        "make PYTHON=/path/to/python3.12 ..., or on Windows: py -3.12 tasks.py ...",
        "govnlp 需要 Python 3.11、3.12 或 3.13，而 {path} 是 {version}。请另外指定："
        "make PYTHON=/path/to/python3.12 ……；在 Windows 上：py -3.12 tasks.py ……",
    ),
    "set up": (
        "Setting up .venv: {total} packages, {size}, two to ten minutes the first time",
        "正在准备 .venv：{total}个软件包，{size}，第一次需要二到十分钟",
    ),
    "unknown target": ("unknown target {name!r}; one of:", "没有 {name!r} 这个目标；可选："),
    "package": ("{n} of {total}: {what}", "第{n}个，共{total}个：{what}"),
    "no results": (
        "nothing in {folder} yet; run first: make figures CORPUS={corpus}",
        "{folder} 里还没有结果；请先运行：make figures CORPUS={corpus}",
    ),
}
"""What is said to people, in English and in Chinese."""
SEVERAL = ["-n", "auto", "--maxprocesses", "4", "--dist", "loadfile", "--no-loadscope-reorder"]  # of pytest
DEFAULTS = {"CORPUS": "data/sample", "OUT": "", "LABELS": "zh", "ARGS": "", "LANGUAGE": ""}


def is_chinese():
    """Whether the system says Chinese, as `govnlp.notes.reader_language`; LANGUAGE=zh or en decides."""
    asked = map(os.environ.get, ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"))
    named = next(filter(None, asked), None) or locale.getlocale()[0] or ""
    return named.lower().startswith(("zh", "chinese"))


def say(key, **values):
    """A sentence in the reader's language."""
    return SAID[key][is_chinese()].format(**values)


def run(*command):
    """Run a command of the environment; stop with its exit status when it fails."""
    environment = os.environ | {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "PYTHONUTF8": "1"}
    done = subprocess.run([str(part) for part in command], cwd=HERE, env=environment, check=False)
    if done.returncode:
        sys.exit(done.returncode)


def digest(*names):
    """Hash of files and of this Python: what an environment was made from."""
    whole = hashlib.sha256(sys.version.encode())
    for name in names:
        whole.update((HERE / name).read_bytes())
    return whole.hexdigest()


def is_ready(lock):
    """Whether .venv holds what a lock lists; the whole lock holds the other one too."""
    known = STAMP.read_text().split() if STAMP.exists() else []
    return any(digest(name, *BUILD) in known for name in {lock, WHOLE})


def packages(lock):
    """How many packages a lock lists."""
    return sum("==" in line for line in (HERE / lock).read_text(encoding="utf-8").splitlines())


def install(*arguments, total):
    """Run pip, and say on one line which package it is at."""
    pip = (
        PYTHON,
        "-m",
        *"pip install --no-input --no-build-isolation --no-compile --progress-bar off".split(),
    )
    command = [str(part) for part in (*pip, *arguments)]
    environment = os.environ | {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "PYTHONUTF8": "1"}
    said, seen = [], 0
    options = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True, "encoding": "utf-8"}
    with subprocess.Popen(command, cwd=HERE, env=environment, **options) as pip_run:
        for line in pip_run.stdout:
            said.append(line)
            if line.startswith(("Collecting ", "Installing collected")):
                seen += 1
                text = say("package", n=min(seen, total), total=total, what=line.split("==")[0].strip())
                print(f"\r  {text[:76]:76}", end="", flush=True)
    print(f"\r{'':78}\r", end="")
    if pip_run.returncode:
        sys.exit("".join(said[-20:]) + f"pip stopped with exit status {pip_run.returncode}")


def compile_packages():
    """Compile what pip installed on all cores: pip takes one file after the other, and the packages' tests too.

    Templates among the packages are no Python, which is no failure.
    """
    command = [PYTHON, "-m", "compileall", "-qq", "-j", "0", "-x", r"site-packages.*[\\/]tests[\\/]", VENV]
    subprocess.run(command, cwd=HERE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)


def set_up(lock):
    """Make .venv with the packages of a lock, unless they are there."""
    if is_ready(lock):
        return
    if not (3, 11) <= sys.version_info[:2] <= (3, 13):
        sys.exit(say("python", path=sys.executable, version=sys.version.split()[0]))
    total = packages(lock)
    print(say("set up", total=total, size=SIZES[lock]), flush=True)
    if not PYTHON.exists():
        venv.create(VENV, with_pip=True)
    # jieba comes as source only, and is built by the locked setuptools, not by whichever is newest that day
    install(
        "--require-hashes",
        "--requirement",
        "requirements-build.lock",
        total=packages("requirements-build.lock"),
    )
    install("--require-hashes", "--requirement", lock, total=total)
    install("--no-deps", "--editable", ".", total=1)
    compile_packages()
    there = [name for name in (WHOLE, RUN) if name == lock or is_ready(name)]
    STAMP.write_text("\n".join(digest(name, *BUILD) for name in there))


def setup(_):
    """Make .venv with every locked package: also recognition of scans, Dask and what the tests need.

    把锁定的全部软件包装进 .venv：也包括扫描件识别、Dask 和测试所需。
    """
    set_up(WHOLE)


def results(options):
    """Folder of the results of a run."""
    source = (HERE / options["CORPUS"]).resolve()
    return options["OUT"] or f"figures/{source.stem if source.is_file() else source.name}"


def figures(options):
    """Every stage on CORPUS (default data/sample); figures and tables go to OUT (default figures/NAME).

    对 CORPUS（默认 data/sample）运行全部阶段；图和表写入 OUT（默认 figures/名称）。
    """
    command = ("figures", options["CORPUS"], "--out", results(options), "--lang", options["LABELS"])
    run(PYTHON, "-m", "govnlp", *command, *options["ARGS"].split())


def test(options):
    """The whole test suite, several files at a time (ARGS are passed on to pytest; -n 0 for one after the other).

    全部测试，几个文件同时进行（ARGS 交给 pytest；-n 0 则逐个进行）。
    """
    run(PYTHON, "-m", "pytest", *SEVERAL, *options["ARGS"].split())


def quick(options):
    """Tests of reading, words and statistics that take about a minute together.

    读取、分词和统计的测试，合计约一分钟。
    """
    folders = [f"tests/{name}" for name in ("documents", "words", "analysis")]
    chosen = ["-m", "not slow and not real", *folders]
    run(PYTHON, "-m", "pytest", *SEVERAL, *chosen, *options["ARGS"].split())


def lab(options):
    """JupyterLab, rooted here so that notebooks, data and figures are in reach; LANGUAGE=zh opens it in Chinese.

    JupyterLab，以本文件夹为根，笔记本、数据和图都在其中；LANGUAGE=zh 打开中文笔记本。
    """
    first = "zh_00_explore" if is_chinese() else "00_explore"
    first = f"--LabApp.default_url=/lab/tree/notebooks/{first}.ipynb"
    run(PYTHON, "-m", "jupyterlab", f"--ServerApp.root_dir={HERE}", first, *options["ARGS"].split())


def govnlp(options):
    """Any command of the package: make govnlp ARGS="doctor".

    软件包的任何命令：make govnlp ARGS="doctor"。
    """
    run(PYTHON, "-m", "govnlp", *shlex.split(options["ARGS"] or "--help"))


def show(options):
    """Open the results of CORPUS (or those in OUT) in the browser.

    在浏览器中打开 CORPUS 的结果（或 OUT 中的结果）。
    """
    folder = HERE / results(options)
    page = next((x for x in (folder / "index.html", folder / "report.html") if x.exists()), None)
    if page is None:
        sys.exit(say("no results", folder=folder, corpus=options["CORPUS"]))
    print(page)
    webbrowser.open(page.as_uri())


def classroom(options):
    """A zip for a class (OUT, classroom.zip): notebooks without solutions, sample, a page; LANGUAGE=zh in Chinese.

    上课用的压缩包（OUT，默认 classroom.zip）：去掉答案的笔记本、示例语料和说明；LANGUAGE=zh 为中文。
    """
    command = ("student", "notebooks", "-o", options["OUT"] or "classroom.zip")
    run(PYTHON, "-m", "govnlp", *command, "--lang", "zh" if is_chinese() else "en")


def bench(options):
    """Ratios of time and memory against other tools, measured in one run.

    与其他工具相比的时间和内存，在同一次运行中测得。
    """
    run(PYTHON, "-m", "benchmarks", *options["ARGS"].split())
    if not options["ARGS"]:
        run(PYTHON, "-m", "benchmarks.scaling", "--counting", "10", "--rounds", "1")
        run(PYTHON, "-m", "benchmarks.parsing")
        run(PYTHON, "-m", "benchmarks.pages")
        run(PYTHON, "-m", "benchmarks.topics")


def check(_):
    """Style of the code, and notebooks in step with their sources.

    检查代码风格，以及笔记本与其源文件是否一致。
    """
    run(PYTHON, "-m", "ruff", "check", ".")
    run(PYTHON, "-m", "ruff", "format", "--check", ".")
    run(PYTHON, "docs/notebooks.py", "--check")


def format(_):  # the target's name
    """Put the code into the house style.

    把代码改成本项目的风格。
    """
    run(PYTHON, "-m", "ruff", "check", "--fix", ".")
    run(PYTHON, "-m", "ruff", "format", ".")


def notebooks(_):
    """Write every notebook from its .py source, in English and in Chinese.

    由 .py 源文件写出全部笔记本，中英文各一份。
    """
    run(PYTHON, "docs/notebooks.py")


def docs(_):
    """Write docs/api.md and docs/structure.md from the code.

    由代码写出 docs/api.md 和 docs/structure.md。
    """
    code = "from govnlp.reference import reference; print(reference(), end='')"
    done = subprocess.run([str(PYTHON), "-c", code], cwd=HERE, capture_output=True, check=True)
    (HERE / "docs" / "api.md").write_bytes(done.stdout)
    run(PYTHON, "docs/structure.py")


def lock(options):
    """Pin every version with hashes for all systems (needs uv; ARGS=--upgrade for the newest); then run licences.

    为所有系统锁定版本并附校验值（需要 uv；ARGS=--upgrade 取最新版），然后运行 licences。
    """
    command = "uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url"
    command = [*command.split(), "--no-header", "--no-annotate", *options["ARGS"].split(), "--output-file"]
    run(*command, WHOLE, "pyproject.toml", "--all-extras")
    extras = [word for name in RUN_EXTRAS for word in ("--extra", name)]
    run(*command, RUN, "pyproject.toml", *extras, "--constraint", WHOLE)
    run(*command, "requirements-build.lock", "requirements-build.in")


def licences(_):
    """The list of licences and the bill of materials, from the lock and what is installed.

    由锁定文件和已装的软件包写出许可证清单与物料清单。
    """
    run(PYTHON, "docs/licences.py")


def clean(_):
    """Remove .venv and what the stages wrote (figures/gallery is kept).

    删除 .venv 和各阶段写出的结果（保留 figures/gallery）。
    """
    shutil.rmtree(VENV, ignore_errors=True)
    for folder in (HERE / "figures").iterdir():
        if folder.is_dir() and folder.name != "gallery":
            shutil.rmtree(folder)


TASKS = {
    "figures": figures,
    "open": show,
    "lab": lab,
    "govnlp": govnlp,
    "classroom": classroom,
    "setup": setup,
    "test": test,
    "quick": quick,
    "bench": bench,
    "check": check,
    "format": format,
    "docs": docs,
    "notebooks": notebooks,
    "lock": lock,
    "licences": licences,
    "clean": clean,
}
LOCKS = dict.fromkeys(("setup", "open", "lock", "clean")) | dict.fromkeys(
    ("figures", "lab", "govnlp", "classroom"), RUN
)
"""What a target needs in .venv: nothing, or the part for runs; the others need everything."""


def main(words):
    """Run the targets among the words with the NAME=VALUE options among them."""
    options = DEFAULTS | dict(word.split("=", 1) for word in words if "=" in word)
    if options["LANGUAGE"]:
        os.environ["LANGUAGE"] = options["LANGUAGE"]
    targets = [word for word in words if "=" not in word] or ["help"]
    unknown = [target for target in targets if target not in TASKS]
    if unknown:
        if unknown != ["help"]:
            print(say("unknown target", name=unknown[0]))
        for name, task in TASKS.items():
            english, _, chinese = task.__doc__.strip().splitlines()
            print(f"  {name:10} {chinese.strip() if is_chinese() else english}")
        return 0 if unknown == ["help"] else 2
    for target in targets:
        if needed := LOCKS.get(target, WHOLE):
            set_up(needed)
        TASKS[target](options)
    return 0


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # a console that has no Chinese
    sys.exit(main(sys.argv[1:]))

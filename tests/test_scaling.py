"""Results in partitions equal those in memory, whatever happens on the way."""

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
import zipfile
from functools import partial
from pathlib import Path

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

import govnlp as gn
from govnlp.scaling import map_partitions, merge_partitions
from govnlp.workers import here, on_cluster

ROOT = Path(__file__).resolve().parent.parent
PATIENCE = 300  # seconds: other processes may have most of the machine
STAGES = {"terms": {"stopwords": "medium"}, "themes": {}, "indicators": {}, "people": {}, "places": {}}


@pytest.fixture(scope="module")
def source(sample, tmp_path_factory):
    """Documents of two years with the same names, an archive with them again, and a file that can't be read."""
    folder = tmp_path_factory.mktemp("documents")
    paths = sorted(sample.glob("*.txt"))[::4]
    for year in ("2001", "2002"):
        (folder / year).mkdir()
        for path in paths:
            shutil.copy(path, folder / year)
    with zipfile.ZipFile(folder / "2000.zip", "w") as archive:
        for path in paths[:3]:
            archive.write(path, path.name)
    (folder / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    return folder


@pytest.fixture(scope="module")
def memory(source):
    """What the functions give for the whole corpus in memory."""
    corpus = gn.read_corpus(source, duplicates=True)
    tables = {name: getattr(corpus, name) for name in ("documents", "articles", "blocks", "problems")}
    tables |= {name: getattr(gn, f"extract_{name}")(corpus) for name in ("indicators", "people", "places")}
    return tables | {"themes": gn.score_themes(corpus), "terms": gn.count_terms(corpus, stopwords="medium")}


@pytest.fixture(scope="module")
def reference(source, tmp_path_factory):
    """Folder of an undisturbed run in one process."""
    out = tmp_path_factory.mktemp("reference")
    map_partitions(source, out, STAGES, files=4)
    return out


def assert_matrices_equal(one, other):
    assert one.terms.tolist() == other.terms.tolist()
    assert (one.counts != other.counts).nnz == 0
    assert_frame_equal(one.units, other.units)


def contents(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(Path(folder).rglob("*"))
        if path.is_file() and not path.name.startswith(".unfinished")
    }


def assert_equals_memory(out, memory):
    for name, table in memory.items():
        if name != "terms":
            assert_frame_equal(merge_partitions(out, name), table)
    terms = merge_partitions(out, "terms")
    assert_matrices_equal(terms, memory["terms"])
    assert terms.note == memory["terms"].note
    name = memory["documents"]["doc_id"][0]
    assert_frame_equal(gn.keyness(terms, name), gn.keyness(memory["terms"], name))
    profiles = [gn.theme_profile(x) for x in (merge_partitions(out, "themes"), memory["themes"])]
    assert_frame_equal(*profiles)


def test_partitions_equal_memory(reference, memory):
    assert_equals_memory(reference, memory)


def test_names_that_occur_twice_are_told_apart_as_in_memory(memory):
    names = memory["documents"]["doc_id"]
    assert names.is_unique
    assert names.str.endswith("-3").sum() == 3


def test_sums_by_year(reference, memory):
    terms = memory["terms"]
    assert_matrices_equal(merge_partitions(reference, "terms", by="year"), terms.group("year"))


def test_topics_of_a_sample_are_applied_to_all(source, memory, tmp_path):
    options = {"stopwords": "medium"}
    map_partitions(source, tmp_path, {"terms": options})
    sample = merge_partitions(tmp_path, "terms", share=0.5)
    chosen = set(sample.units["doc_id"])
    assert 0 < len(chosen) < len(memory["documents"])
    wanted = memory["terms"].subset(sorted(chosen))
    assert sample.frame().equals(wanted.frame())
    model = gn.cluster_topics(sample, 3, runs=0)
    with pytest.raises(ValueError, match="topics want a model"):
        map_partitions(source, tmp_path, ["topics"])
    map_partitions(source, tmp_path, {"terms": options, "topics": options | {"model": model}})
    assert_frame_equal(merge_partitions(tmp_path, "topics"), model.score(memory["terms"]))


def test_some_columns(reference, memory):
    some = ["doc_id", "theme", "score"]
    assert_frame_equal(merge_partitions(reference, "themes", columns=some), memory["themes"][some])


def test_second_run_makes_nothing_and_a_new_document_only_its_own_partition(source, tmp_path):
    folder, out = tmp_path / "in", tmp_path / "out"
    shutil.copytree(source, folder)
    for number in range(100):
        (folder / f"{number}.txt").write_text(f"青槐区今年新建公园{number}处。", encoding="utf-8")
    first = map_partitions(folder, out, ["terms"], files=4)
    assert all(len(made) == 2 for made in first["made"])
    again = map_partitions(folder, out, ["terms"], files=4)
    assert again["made"].map(len).sum() == 0
    (folder / "50-added.txt").write_text("临溪区修了三座桥。", encoding="utf-8")
    added = map_partitions(folder, out, ["terms"], files=4)
    assert added["made"].map(bool).sum() <= 2 < len(added)
    assert_matrices_equal(
        merge_partitions(out, "terms"), gn.count_terms(gn.read_corpus(folder, duplicates=True))
    )


def test_other_options_are_other_results(source, tmp_path):
    map_partitions(source, tmp_path, {"terms": {"stopwords": "strong", "level": "document"}})
    corpus = gn.read_corpus(source, duplicates=True)
    wanted = gn.count_terms(corpus.units("document"), stopwords="strong")
    assert_matrices_equal(merge_partitions(tmp_path, "terms"), wanted)
    map_partitions(source, tmp_path, {"terms": {}})
    assert_matrices_equal(merge_partitions(tmp_path, "terms"), gn.count_terms(corpus))


def test_file_systems_of_fsspec(source, memory):
    import fsspec

    fs = fsspec.filesystem("memory")
    for path in sorted(source.rglob("*")):
        if path.is_file():
            fs.pipe_file(f"/reports/{path.relative_to(source).as_posix()}", path.read_bytes())
    try:
        map_partitions("memory://reports", "memory://out", ["terms"])
        counts = merge_partitions("memory://out", "terms").totals().sum()
        assert counts == gn.count_terms(gn.read_corpus(source, duplicates=True)).totals().sum()
        paths = merge_partitions("memory://out", "documents")["path"]
        assert paths.str.startswith("memory://").all()
        assert len(merge_partitions("memory://out", "problems")) == 1
    finally:
        fs.rm("/", recursive=True)


def test_errors_name_what_is_wrong(tmp_path, source):
    with pytest.raises(ValueError, match="unknown stage 'term'; one of: terms, themes"):
        map_partitions(source, tmp_path, ["term"])
    with pytest.raises(ValueError, match="unknown limit 'byte'"):
        map_partitions(source, tmp_path, limits={"byte": 1})
    with pytest.raises(FileNotFoundError, match="map_partitions writes it"):
        merge_partitions(tmp_path, "terms")
    map_partitions(source, tmp_path, ["terms"], files=4)
    with pytest.raises(ValueError, match=r"no 'themes' in .*; one of: corpus, documents"):
        merge_partitions(tmp_path, "themes")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.doc").write_bytes(b"x")
    with pytest.raises(ValueError, match=r"no readable document among 1 files .*a\.doc"):
        map_partitions(tmp_path / "in", tmp_path / "none")


def in_background(target, *arguments, **options):
    """A running thread, and the list that gets its result or its exception."""
    outcome = []

    def run():
        try:
            outcome.append(target(*arguments, **options))
        except Exception as error:
            outcome.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    return thread, outcome


def wait_for(condition):
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.01)


def some_results(out):
    return any(Path(out).glob("documents/*.parquet"))


@pytest.fixture
def cluster():
    distributed = pytest.importorskip("distributed", reason="the extra scale is not installed")
    with (
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
        ) as local,
        distributed.Client(local) as client,
    ):
        yield client


@pytest.mark.slow
def test_workers_keep_no_task_that_is_done(cluster):
    """Each would hold a copy of the lexicons until the last is done; forty are taken, and none is left."""
    results = on_cluster(cluster, len, [["a"]] * 40)
    assert [next(results)[1] for _ in range(40)] == [1] * 40
    end = time.monotonic() + 20
    while held := sum(cluster.run(lambda dask_worker: len(dask_worker.state.tasks)).values()):
        assert time.monotonic() < end, held
        time.sleep(0.1)


def test_dask_equals_memory_though_a_worker_is_killed(source, tmp_path, cluster, memory, reference):
    pids = list(cluster.run(os.getpid).values())
    assert len(set(pids)) == 2
    thread, outcome = in_background(map_partitions, source, tmp_path, STAGES, files=4, client=cluster)
    wait_for(lambda: some_results(tmp_path))
    os.kill(pids[0], signal.SIGKILL)
    thread.join(PATIENCE)
    assert isinstance(outcome[0], pd.DataFrame), outcome
    assert pids[0] not in cluster.run(os.getpid).values()
    assert_equals_memory(tmp_path, memory)
    assert contents(tmp_path) == contents(reference)


@pytest.mark.slow
def test_a_killed_process_of_this_machine_is_replaced(source, tmp_path, reference):
    psutil = pytest.importorskip("psutil", reason="psutil is not installed")
    thread, outcome = in_background(map_partitions, source, tmp_path, STAGES, files=4, n_jobs=2)
    wait_for(lambda: some_results(tmp_path))
    processes = psutil.Process().children(recursive=True)  # joblib may have kept those of an earlier call
    workers = [
        p for p in processes if p.status() != psutil.STATUS_ZOMBIE and "LokyProcess" in " ".join(p.cmdline())
    ]
    assert workers
    workers[0].kill()
    thread.join(PATIENCE)
    assert isinstance(outcome[0], pd.DataFrame), outcome
    assert contents(tmp_path) == contents(reference)


def killed_once(name, folder):
    """The name in capitals; the first process that works on it is killed."""
    if not Path(folder, name).exists():
        Path(folder, name).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return name.upper()


def killed(_):
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="no such signal on Windows")
def test_work_of_killed_processes_is_done_again_but_not_for_ever(tmp_path):
    (tmp_path / "a").touch()
    done = here(2, partial(killed_once, folder=tmp_path), ["a", "b"])
    assert sorted(done) == [(0, "A"), (1, "B")]
    with pytest.raises(RuntimeError, match=r"killed 3 times.* 1 of 1 parts are left, the first with c;"):
        list(here(2, killed, ["c"]))


@pytest.mark.slow
def test_scheduler_that_goes_away_ends_the_run_and_the_next_one_goes_on(source, tmp_path, reference):
    pytest.importorskip("distributed", reason="the extra scale is not installed")
    address, out = tmp_path / "scheduler.json", tmp_path / "out"
    dask = [sys.executable, "-m", "dask"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": ROOT}
    server = subprocess.Popen(
        [*dask, "scheduler", "--port", "0", "--no-dashboard", "--scheduler-file", address], **quiet
    )
    worker = subprocess.Popen(
        [*dask, "worker", "--scheduler-file", address, "--nthreads", "1", "--no-dashboard"], **quiet
    )
    try:
        wait_for(address.exists)
        from distributed import Client

        with Client(scheduler_file=str(address), timeout=30) as client:
            thread, outcome = in_background(map_partitions, source, out, STAGES, files=4, client=client)
            wait_for(lambda: some_results(out))
            server.kill()
            thread.join(PATIENCE)
    finally:
        for process in (server, worker):
            process.kill()
            process.wait()
    assert isinstance(outcome[0], RuntimeError), outcome
    assert "run again to go on" in str(outcome[0])
    done = len(list(out.glob("documents/*.parquet")))
    table = map_partitions(source, out, STAGES, files=4)
    assert table["made"].map(len).eq(0).sum() >= done - 1
    assert contents(out) == contents(reference)


@pytest.mark.skipif(os.name == "nt", reason="no resource limits on Windows")
def test_a_full_disk_stops_the_run_and_the_next_one_goes_on(source, tmp_path, reference):
    sizes = [path.stat().st_size for path in (reference / "blocks").iterdir()]
    code = (
        "import resource, signal, sys\nfrom govnlp.scaling import map_partitions\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({max(sizes) - 1}, -1))\n"
        f"try: map_partitions(sys.argv[1], sys.argv[2], {STAGES!r}, files=4)\n"
        "except OSError as error: print(error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, source, tmp_path], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert "make room and run again" in done.stdout
    assert not list(tmp_path.rglob(".unfinished*"))
    assert not (tmp_path / "partitions.parquet").exists()
    map_partitions(source, tmp_path, STAGES, files=4)
    assert contents(tmp_path) == contents(reference)


def test_two_runs_at_once_leave_what_one_leaves(source, tmp_path, reference):
    call = f"map_partitions(sys.argv[1], sys.argv[2], {STAGES!r}, files=4)"
    code = f"import sys; from govnlp.scaling import map_partitions; {call}"
    command = [sys.executable, "-c", code, source, tmp_path]
    runs = [subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    assert [run.communicate()[1] for run in runs] == ["", ""]
    assert contents(tmp_path) == contents(reference)


def test_an_interrupted_run_goes_on(source, tmp_path, reference, monkeypatch):
    from govnlp.documents import caching

    calls, write = [], caching.write

    def interrupted(*arguments):
        calls.append(1)
        if len(calls) == 7:
            raise KeyboardInterrupt
        write(*arguments)

    monkeypatch.setattr(caching, "write", interrupted)
    with pytest.raises(KeyboardInterrupt):
        map_partitions(source, tmp_path, STAGES, files=4)
    monkeypatch.undo()
    map_partitions(source, tmp_path, STAGES, files=4)
    assert contents(tmp_path) == contents(reference)

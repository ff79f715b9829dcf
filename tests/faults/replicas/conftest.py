from collections.abc import Iterator

import pytest

from bench.receiver import Receiver
from deploy.cluster import Cluster, started_cluster


@pytest.fixture(scope="package")
def cluster(receiver: Receiver) -> Iterator[Cluster]:
    """Two web and two Rasa behind the proxy, one PostgreSQL, one Redis."""
    with started_cluster(**receiver.settings) as started:
        yield started


@pytest.fixture
def whole(cluster: Cluster) -> Iterator[Cluster]:
    """All of it ready before, and afterwards without anybody's hands."""
    cluster.stack.wait_until_ready()
    yield cluster
    cluster.stack.wait_until_ready()

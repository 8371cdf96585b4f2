"""The benchmarks: each module measures one job beside the simplest program doing the same."""

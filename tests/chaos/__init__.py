"""What survives when the process is killed at any moment, on both databases (`python -m tests.chaos.kill --help`)."""

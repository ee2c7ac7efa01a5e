"""The stress test: if official visits stopped, which ties would be worse off, and by when?"""

from reports.stress.outcome import StressedTie, StressTest, stress_test

__all__ = ["StressTest", "StressedTie", "stress_test"]

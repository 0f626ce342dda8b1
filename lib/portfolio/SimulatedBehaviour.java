package portfolio;

import java.time.Duration;

/**
 * How a simulated model runs.
 *
 * @param offset of its start in its period
 * @param medianSec of a run on an ordinary first day, seconds
 * @param sigma of the logarithm of the duration, from run to run
 * @param growthPerDay of the duration, 0.001 for 0.1 %
 * @param mondayFactor of the duration
 * @param weekendFactor of the duration
 * @param eurPerHour of its cluster
 * @param failureShare of the runs that fail on their own
 * @param rerunShare of those that somebody starts again before the next is due
 * @param spells in which every run fails
 * @param special day, from 0, on or from which its role shows; -1 for none
 * @param factor of the duration on special days
 */
record SimulatedBehaviour(
    Duration offset,
    double medianSec,
    double sigma,
    double growthPerDay,
    double mondayFactor,
    double weekendFactor,
    double eurPerHour,
    double failureShare,
    double rerunShare,
    int spells,
    int special,
    double factor) {}

package io.redress.benchmarks.organisation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a department did in one run. */
final class Tally {
    final List<Duration> working = new ArrayList<>();
    final List<Duration> waiting = new ArrayList<>();
    final List<Duration> othersWaiting = new ArrayList<>();
    final List<Duration> urgentWaiting = new ArrayList<>();
    final List<Double> leftOfPromise = new ArrayList<>();
    int requests;
    int answered;
    int declined;
    int questions;
    int reminded;
    int escalated;
    int progressOverdue;
    int kept;
    int missed;
    int sentBack;
    int rated;
    int onTime;
    int complete;
}

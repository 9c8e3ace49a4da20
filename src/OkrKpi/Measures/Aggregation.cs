namespace OkrKpi;

/// <summary>How the measurements of a period become the one value of the period.</summary>
/// <remarks>
/// No aggregation is guessed. What may be added up over time is said by <see cref="AggregationExtensions.Additivity"/>:
/// a sum of sums is a sum, but an average of averages is not an average, and distinct users of the days are not the users of the month.
/// </remarks>
public enum Aggregation
{
    /// <summary>Everything added up: revenue, leads, meetings. Additive.</summary>
    Sum = 1,

    /// <summary>How many measurements there are, whatever their values. Additive.</summary>
    Count = 2,

    /// <summary>The plain mean of the measurements: daily active users as a mean of the days. Non-additive.</summary>
    Average = 3,

    /// <summary>Σ(value × weight) / Σ weight: average order value weighted by orders. Non-additive.</summary>
    WeightedAverage = 4,

    /// <summary>Σ numerator / Σ denominator: conversion rate, cost per lead. Never the mean of the ratios. Non-additive.</summary>
    RatioOfSums = 5,

    /// <summary>The last value of the period: headcount, balance, recurring revenue. Semi-additive: segments add up, periods do not.</summary>
    Last = 6,

    /// <summary>The first value of the period: opening balance. Semi-additive.</summary>
    First = 7,

    /// <summary>The smallest value. Non-additive.</summary>
    Min = 8,

    /// <summary>The largest value. Non-additive.</summary>
    Max = 9,
}

namespace OkrKpi.Signals;

/// <summary>What limits there are where no range of the baseline that counts differs from 0 (<see cref="LimitState.NoVariation"/>).</summary>
public enum ConstantSeries
{
    /// <summary>Both lie on the centre, so that any other value is beyond them (R package qcc).</summary>
    LimitsOnCentre = 1,

    /// <summary>None: without variation nothing can be told apart from it (NHSRplotthedots).</summary>
    NoLimits = 2,
}

namespace OkrKpi;

/// <summary>How attainment is read where lower is better; where higher is better all readings agree on actual / target.</summary>
public enum AttainmentReading
{
    /// <summary>2 - actual / target: linear, defined at 0, and twice the target is 0 (Profit.co). The default.</summary>
    Distance = 1,

    /// <summary>target / actual: half the target is 2, twice the target is 0.5 (OKRs Tool). Without a value for an actual that is not above 0.</summary>
    Ratio = 2,
}

namespace OkrKpi.Effects;

/// <summary>On what the verdict on a difference between before and after rests.</summary>
public enum EffectGround
{
    /// <summary>It is larger than noise alone gives.</summary>
    BeyondNoise = 1,

    /// <summary>Noise alone gives as much.</summary>
    WithinNoise = 2,

    /// <summary>It is large, but without the most extreme part of some periods noise alone gives as much.</summary>
    RestsOnExtremes = 3,

    /// <summary>It is large, but goes on as it did before.</summary>
    ContinuesItsTrend = 4,

    /// <summary>The periods after are still to come.</summary>
    StillToCome = 5,

    /// <summary>There are fewer than six periods before.</summary>
    TooFewBefore = 6,

    /// <summary>There are fewer than two periods after.</summary>
    TooFewAfter = 7,

    /// <summary>Before, every period was as expected, so nothing says how large noise is.</summary>
    NoVariation = 8,
}

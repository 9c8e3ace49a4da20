namespace OkrKpi.Signals;

/// <summary>By which numbers an average moving range becomes limits: the books round the same constants differently.</summary>
public enum LimitScaling
{
    /// <summary>2.66 times the mean range, ranges up to 3.267 times it; 3.145 and 3.865 times the median range (Wheeler, NHS).</summary>
    Wheeler = 1,

    /// <summary>
    /// 3 / 1.128 times the mean range, ranges up to 3.267 times it; 3 / 0.954 and 3.865 times the median range (NIST handbook, R package qcc).
    /// </summary>
    Handbook = 2,

    /// <summary>
    /// Not rounded: 3·√π / 2 = 2.658681 times the mean range, ranges up to 3.266532 times it; 3.145074 and 3.864128 times the median range, as R's qcc
    /// integrates them.
    /// </summary>
    Exact = 3,
}

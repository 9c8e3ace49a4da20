namespace OkrKpi;

/// <summary>One quality rule: looks at a key result, an objective, a KPI or the whole portfolio, and remarks on what it sees.</summary>
/// <remarks>Rules hold no state. Derive to add one of your own; override what the rule is about.</remarks>
[JsonConverter(typeof(FormInJson))]
public abstract class FindingRule
{
    /// <summary>
    /// Looks at a key result of an objective that is open or planned on the date of the review; cancelled and postponed key results are passed over.
    /// </summary>
    /// <param name="keyResult">The key result.</param>
    /// <param name="objective">The objective it belongs to.</param>
    /// <param name="context">What else may be looked at.</param>
    /// <returns>The findings; none when all is well.</returns>
    public virtual IEnumerable<Finding> Check(KeyResult keyResult, Objective objective, ReviewContext context) => [];

    /// <summary>Looks at an objective that is open or planned on the date of the review.</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="context">What else may be looked at.</param>
    /// <returns>The findings; none when all is well.</returns>
    public virtual IEnumerable<Finding> Check(Objective objective, ReviewContext context) => [];

    /// <summary>Looks at a KPI.</summary>
    /// <param name="kpi">The KPI.</param>
    /// <param name="context">What else may be looked at.</param>
    /// <returns>The findings; none when all is well.</returns>
    public virtual IEnumerable<Finding> Check(Kpi kpi, ReviewContext context) => [];

    /// <summary>Looks at everything at once, as for remarks on a team.</summary>
    /// <param name="context">The portfolio and its review so far.</param>
    /// <returns>The findings; none when all is well.</returns>
    public virtual IEnumerable<Finding> Check(ReviewContext context) => [];

    /// <summary>The name of the rule, as options are stored by it, culture-independent.</summary>
    /// <returns>The name of its type, such as <c>HasNoOwner</c>.</returns>
    public override string ToString() => GetType().Name;
}

using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace OkrKpi.Serialization.SystemTextJson;

/// <summary>
/// The types of the domain as a context of System.Text.Json, for programs without reflection: trimmed, compiled ahead of time, or single files.
/// </summary>
/// <remarks>
/// It stands where a source-generated context would: <c>JsonSerializer.Serialize(kpi, OkrKpiJsonContext.Default.Kpi)</c>, or before a context of your own with
/// <c>JsonTypeInfoResolver.Combine(OkrKpiJsonContext.Default, MyContext.Default)</c>: yours would write the types of the domain property by property. Reviews,
/// needs, scores, briefs, findings and explanations are written only.
/// </remarks>
public sealed class OkrKpiJsonContext : JsonSerializerContext, IJsonTypeInfoResolver
{
    private OkrKpiJsonContext(PortfolioJsonOptions options)
        : base(null) => Converters = new(options);

    /// <summary>The context with the names and numbers of a document; the texts of answers are in English.</summary>
    public static OkrKpiJsonContext Default { get; } = new(PortfolioJsonOptions.Default);

    /// <summary>A whole portfolio; <see cref="PortfolioJson"/> is the shorter way, and says path and line of what does not fit.</summary>
    public JsonTypeInfo<Portfolio> Portfolio => Of<Portfolio>();

    /// <summary>A KPI.</summary>
    public JsonTypeInfo<Kpi> Kpi => Of<Kpi>();

    /// <summary>The measurements of a KPI.</summary>
    public JsonTypeInfo<MeasurementSeries> MeasurementSeries => Of<MeasurementSeries>();

    /// <summary>An objective.</summary>
    public JsonTypeInfo<Objective> Objective => Of<Objective>();

    /// <summary>A key result.</summary>
    public JsonTypeInfo<KeyResult> KeyResult => Of<KeyResult>();

    /// <summary>A check-in.</summary>
    public JsonTypeInfo<CheckIn> CheckIn => Of<CheckIn>();

    /// <summary>A review, written only.</summary>
    public JsonTypeInfo<PortfolioReview> PortfolioReview => Of<PortfolioReview>();

    /// <summary>Whether a KPI needs an OKR and why, written only.</summary>
    public JsonTypeInfo<OkrNeed> OkrNeed => Of<OkrNeed>();

    /// <summary>How a KPI stands, written only.</summary>
    public JsonTypeInfo<KpiAssessment> KpiAssessment => Of<KpiAssessment>();

    /// <summary>The score of an objective, written only.</summary>
    public JsonTypeInfo<ObjectiveScore> ObjectiveScore => Of<ObjectiveScore>();

    /// <summary>The score of an objective with what is aligned to it, written only.</summary>
    public JsonTypeInfo<AlignedScore> AlignedScore => Of<AlignedScore>();

    /// <summary>The score of a unit, written only.</summary>
    public JsonTypeInfo<UnitScore> UnitScore => Of<UnitScore>();

    /// <summary>A finding, written only.</summary>
    public JsonTypeInfo<Finding> Finding => Of<Finding>();

    /// <summary>An explanation, written only.</summary>
    public JsonTypeInfo<Explanation> Explanation => Of<Explanation>();

    /// <summary>What changed in a week, written only.</summary>
    public JsonTypeInfo<WeeklyReview> WeeklyReview => Of<WeeklyReview>();

    /// <summary>The look back at a cycle, written only.</summary>
    public JsonTypeInfo<CycleReview> CycleReview => Of<CycleReview>();

    /// <summary>What a team needs to discuss a KPI, written only.</summary>
    public JsonTypeInfo<Brief> Brief => Of<Brief>();

    internal OkrKpiJsonConverters Converters { get; }

    /// <inheritdoc/>
    protected override JsonSerializerOptions? GeneratedSerializerOptions => null;

    /// <summary>The context with other limits, or with the texts of answers in another language.</summary>
    /// <param name="options">How many items and how long a text a value may hold, and the language; layout, syntax and depth are those of the
    /// serializer.</param>
    /// <returns>The context; make it once and keep it.</returns>
    /// <exception cref="ArgumentNullException">The options are null.</exception>
    public static OkrKpiJsonContext With(PortfolioJsonOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new(options);
    }

    /// <inheritdoc/>
    public override JsonTypeInfo? GetTypeInfo(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return Options.TryGetTypeInfo(type, out var info) ? info : null;
    }

    JsonTypeInfo? IJsonTypeInfoResolver.GetTypeInfo(Type type, JsonSerializerOptions options) => Converters.Info(type, options);

    private JsonTypeInfo<T> Of<T>() => (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));
}

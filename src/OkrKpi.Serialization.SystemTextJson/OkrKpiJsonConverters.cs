using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace OkrKpi.Serialization.SystemTextJson;

/// <summary>Every type of the domain that has a form, with its converter.</summary>
internal static class OkrKpiJsonConverters
{
    private static readonly List<JsonConverter> Converters = [];

    private static readonly Dictionary<Type, Func<JsonSerializerOptions, JsonTypeInfo>> Infos = [];

    static OkrKpiJsonConverters()
    {
        AddValue(ScalarForm.Date);
        AddValue(ScalarForm.Moment);
        AddEnum<Additivity>();
        AddEnum<Aggregation>();
        AddEnum<AlignmentKind>();
        AddEnum<Boundary>();
        AddEnum<Cadence>();
        AddEnum<CurrentValue>();
        AddEnum<Direction>();
        AddEnum<ElapsedDays>();
        AddEnum<FindingSeverity>();
        AddEnum<FirstWeek>();
        AddEnum<FiscalYearNaming>();
        AddEnum<InitiativeStatus>();
        AddEnum<KeepReading>();
        AddEnum<KeepStanding>();
        AddEnum<KeyResultRole>();
        AddEnum<KpiLevel>();
        AddEnum<KpiStatus>();
        AddEnum<LearningKind>();
        AddEnum<ObjectiveKind>();
        AddEnum<OkrNeedState>();
        AddEnum<OverrideLifetime>();
        AddEnum<PaceShape>();
        AddEnum<PaceStatus>();
        AddEnum<ProgressState>();
        AddEnum<ReachReading>();
        AddEnum<RetailMonths>();
        AddEnum<RetailYearEnd>();
        AddEnum<SampleState>();
        AddEnum<TargetChange>();
        AddEnum<TargetDecisionKind>();
        AddEnum<Trend>();
        AddEnum<UnitKind>();
        AddEnum<Zone>();
        Add(KpiForms.Id);
        Add(OkrForms.ObjectiveId);
        Add(OkrForms.KeyResultId);
        Add(OkrForms.InitiativeId);
        Add(MeasureForms.Unit);
        Add(MeasureForms.Band);
        Add(MeasureForms.Target);
        Add(KpiForms.TargetDecision);
        Add(KpiForms.TargetHistory);
        Add(KpiForms.RetailYear);
        Add(KpiForms.Calendar);
        Add(KpiForms.Kpi);
        Add(KpiForms.Segment);
        Add(KpiForms.Measurement);
        Add(KpiForms.Series);
        Add(GoalForms.Goal);
        AddGoal<FromToGoal>();
        AddGoal<ReachGoal>();
        AddGoal<CountGoal>();
        AddGoal<KeepWithinGoal>();
        AddGoal<MilestonesGoal>();
        AddGoal<YesNoGoal>();
        AddGoal<AllOfGoal>();
        AddGoal<MinimumSampleGoal>();
        AddGoal<WeightedGoal>();
        AddGoal<CheckpointsGoal>();
        AddGoal<ZonesGoal>();
        AddGoal<OrdinalGoal>();
        AddGoal<BaselineGoal>();
        AddGoal<RateGoal>();
        Add(GoalForms.Checkpoint);
        Add(PaceForms.Override);
        Add(PaceForms.Curve);
        Add(GoalForms.Milestone);
        Add(GoalForms.Part);
        AddValue(OkrForms.Confidence);
        Add(OkrForms.Cycle);
        Add(OkrForms.CheckIn);
        Add(OkrForms.Initiative);
        Add(OkrForms.Alignment);
        Add(OkrForms.Learning);
        Add(OkrForms.OrganisationUnit);
        Add(OkrForms.Organisation);
        Add(KpiForms.Tolerance);
        Add(KpiForms.Dismissal);
        Add(OkrForms.KeyResult);
        Add(OkrForms.Objective);
        Add(PortfolioForm.Instance);
        Add(ReviewForms.Explanation);
        Add(ReviewForms.Finding);
        Add(ReviewForms.Need);
        Add(ReviewForms.Assessment);
        Add(ReviewForms.KeyResultScore);
        Add(ReviewForms.ObjectiveScore);
        Add(ReviewForms.Review);
    }

    internal static IReadOnlyList<JsonConverter> All => Converters;

    internal static JsonTypeInfo? Info(Type type, JsonSerializerOptions options) => Infos.GetValueOrDefault(type)?.Invoke(options);

    private static void AddGoal<TGoal>()
        where TGoal : Goal => Add(new CastForm<TGoal, Goal>(GoalForms.Goal));

    private static void AddEnum<TEnum>()
        where TEnum : struct, Enum => AddValue(EnumForm<TEnum>.Instance);

    private static void AddValue<T>(JsonForm<T> form)
        where T : struct
    {
        Add(form);
        Infos.Add(typeof(T?), static options => JsonMetadataServices.CreateValueInfo<T?>(options, JsonMetadataServices.GetNullableConverter<T>(options)));
    }

    private static void Add<T>(JsonForm<T> form)
    {
        var converter = new FormConverter<T>(form);
        Converters.Add(converter);
        Infos.Add(typeof(T), options => JsonMetadataServices.CreateValueInfo<T>(options, converter));
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace OkrKpi.Serialization.SystemTextJson;

/// <summary>Every type of the domain that has a form, with its converter; answers speak one language.</summary>
internal sealed class OkrKpiJsonConverters
{
    private readonly List<JsonConverter> converters = [];

    private readonly Dictionary<Type, Func<JsonSerializerOptions, JsonTypeInfo>> infos = [];

    private readonly PortfolioJsonOptions limits;

    internal OkrKpiJsonConverters(PortfolioJsonOptions options)
    {
        limits = options;
        AddValue(ScalarForm.Date);
        AddValue(ScalarForm.Moment);
        AddEnum<Additivity>();
        AddEnum<AlignmentRollup>();
        AddEnum<BrokenGuardrail>();
        AddEnum<EmptyScore>();
        AddEnum<InactiveKeyResults>();
        AddEnum<MissingKeyResults>();
        AddEnum<NotStartedKeyResults>();
        AddEnum<PaceMeasure>();
        AddEnum<RoundingMode>();
        AddEnum<ScoreAggregation>();
        AddEnum<SharedObjectives>();
        AddEnum<StatedStatus>();
        AddEnum<StatusRollup>();
        AddEnum<UnitRollup>();
        AddEnum<Aggregation>();
        AddEnum<AlignmentKind>();
        AddEnum<Boundary>();
        AddEnum<Cadence>();
        AddEnum<CurrentValue>();
        AddEnum<Course>();
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
        AddEnum<KpiMovement>();
        AddEnum<ObjectiveKind>();
        AddEnum<OkrNeedState>();
        AddEnum<Outcome>();
        AddEnum<OutcomeQuadrant>();
        AddEnum<OverrideLifetime>();
        AddEnum<PaceShape>();
        AddEnum<PaceStatus>();
        AddEnum<ProgressState>();
        AddEnum<RaiseStanding>();
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
        Add(ProfileForms.Limits);
        Add(ProfileForms.Success);
        Add(ProfileForms.Rounding);
        Add(ProfileForms.Grade);
        Add(ProfileForms.Grades);
        Add(ProfileForms.Band);
        Add(ProfileForms.Bands);
        Add(ProfileForms.Pace);
        Add(ProfileForms.Rollup);
        Add(ProfileForms.Profile);
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
        Add(LaggingForms.Spread);
        Add(LaggingForms.BusinessDays);
        Add(LaggingForms.Budget);
        Add(LaggingForms.Reading);
        Add(KpiForms.Dismissal);
        Add(OkrForms.KeyResult);
        Add(OkrForms.Objective);
        Add(PortfolioForm.Instance);
        var answers = ReviewForms.In(options.Culture);
        Add(answers.Explanation);
        Add(ReviewForms.Subject);
        Add(answers.Finding);
        Add(answers.Need);
        Add(ReviewForms.Period);
        Add(answers.Assessment);
        Add(answers.KeyResultScore);
        Add(answers.ObjectiveScore);
        Add(answers.Aligned);
        Add(answers.UnitScore);
        Add(answers.Week);
        Add(answers.Effect);
        Add(answers.Cycle);
        Add(answers.FocusArea);
        Add(answers.Brief);
        Add(answers.Review);
    }

    internal IReadOnlyList<JsonConverter> All => converters;

    internal JsonTypeInfo? Info(Type type, JsonSerializerOptions options) => infos.GetValueOrDefault(type)?.Invoke(options);

    private void AddGoal<TGoal>()
        where TGoal : Goal => Add(new CastForm<TGoal, Goal>(GoalForms.Goal));

    private void AddEnum<TEnum>()
        where TEnum : struct, Enum => AddValue(EnumForm<TEnum>.Instance);

    private void AddValue<T>(JsonForm<T> form)
        where T : struct
    {
        Add(form);
        infos.Add(typeof(T?), static options => JsonMetadataServices.CreateValueInfo<T?>(options, JsonMetadataServices.GetNullableConverter<T>(options)));
    }

    private void Add<T>(JsonForm<T> form)
    {
        var converter = new FormConverter<T>(form, limits);
        converters.Add(converter);
        infos.Add(typeof(T), options => JsonMetadataServices.CreateValueInfo<T>(options, converter));
    }
}

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
        AddEnum<Aggregation>();
        AddEnum<AlignmentCombining>();
        AddEnum<AlignmentKind>();
        AddEnum<Assurance>();
        AddEnum<AttainmentReading>();
        AddEnum<BadRows>();
        AddEnum<Boundary>();
        AddEnum<BrokenGuardrail>();
        AddEnum<Cadence>();
        AddEnum<CentreLine>();
        AddEnum<ConstantSeries>();
        AddEnum<Course>();
        AddEnum<CurrentValue>();
        AddEnum<Direction>();
        AddEnum<EffectBaseline>();
        AddEnum<EffectGround>();
        AddEnum<ElapsedDays>();
        AddEnum<EmptyScore>();
        AddEnum<ExtraWeek>();
        AddEnum<FindingSeverity>();
        AddEnum<FirstWeek>();
        AddEnum<FiscalYearNaming>();
        AddEnum<ForecastState>();
        AddEnum<GapPolicy>();
        AddEnum<GrowthState>();
        AddEnum<InactiveKeyResults>();
        AddEnum<InitiativeStatus>();
        AddEnum<KeepReading>();
        AddEnum<KeepStanding>();
        AddEnum<KeyResultRole>();
        AddEnum<KpiLevel>();
        AddEnum<KpiMovement>();
        AddEnum<KpiStatus>();
        AddEnum<LearningKind>();
        AddEnum<LimitScaling>();
        AddEnum<LimitState>();
        AddEnum<MissingKeyResults>();
        AddEnum<NegativeBase>();
        AddEnum<NotStartedKeyResults>();
        AddEnum<ObjectiveKind>();
        AddEnum<OkrNeedState>();
        AddEnum<Outcome>();
        AddEnum<OutcomeQuadrant>();
        AddEnum<OverrideLifetime>();
        AddEnum<PaceMeasure>();
        AddEnum<PaceShape>();
        AddEnum<PaceStatus>();
        AddEnum<PointOnLimit>();
        AddEnum<PortfolioFaultKind>();
        AddEnum<ProgressState>();
        AddEnum<RaiseStanding>();
        AddEnum<RangeAverage>();
        AddEnum<RangeScreening>();
        AddEnum<RangesOverGaps>();
        AddEnum<ReachReading>();
        AddEnum<Rebaseline>();
        AddEnum<RetailMonths>();
        AddEnum<RetailYearEnd>();
        AddEnum<RollupDetail>();
        AddEnum<RoundingMode>();
        AddEnum<RulesAtOnePoint>();
        AddEnum<SameKey>();
        AddEnum<SampleState>();
        AddEnum<ScoreAggregation>();
        AddEnum<ScoringMoment>();
        AddEnum<SharedObjectives>();
        AddEnum<SignalKind>();
        AddEnum<SignalSide>();
        AddEnum<SpanToDate>();
        AddEnum<StatedStatus>();
        AddEnum<StatusCombining>();
        AddEnum<StraddlingWeek>();
        AddEnum<SweetSpotReading>();
        AddEnum<TargetChange>();
        AddEnum<TargetDecisionKind>();
        AddEnum<Trend>();
        AddEnum<UnitCombining>();
        AddEnum<UnitKind>();
        AddEnum<Variation>();
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
        Add(ProfileForms.Combining);
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
        Add(SignalForms.Rebase);
        Add(SignalForms.Rule);
        Add(SignalForms.Rules);
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
        AddValue(AnswerForms.Period);
        AddValue(AnswerForms.Growth);
        AddValue(AnswerForms.Pace);
        AddValue(AnswerForms.Progress);
        Add(AnswerForms.Forecast);
        Add(SignalForms.Behaviour(options.Culture));
        Add(AnswerForms.NeedRule);
        Add(OptionForms.Review);
        Add(EffectForms.Reading);
        Add(EffectForms.Rule);
        Add(AnswerForms.MeasurementFault);
        Add(AnswerForms.PortfolioFault);

        // The last: what has no form by now is refused.
        converters.Add(new Formless());
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

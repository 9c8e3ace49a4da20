namespace OkrKpi.Serialization.SystemTextJson;

/// <summary>Measurements and check-ins on lines of their own.</summary>
internal static class LineForms
{
    internal static readonly ObjectForm<MeasurementLine, MeasurementLineParts> Measurement =
        new ObjectForm<MeasurementLine, MeasurementLineParts>("measurementLine", "A measurement of a KPI.", static form => form
        .Required("kpi", KpiForms.Id, static line => line.Kpi, static (ref parts, value) => parts.Kpi = value, "The id of the KPI.")
        .Including(KpiForms.Measurement, static line => line.Measurement, static (ref parts) => ref parts.Measurement)
        .Build(static (ref _, ref parts) => MeasurementLine.Of(parts.Kpi!, KpiForms.Measured(parts.Measurement))));

    internal static readonly ObjectForm<CheckInLine, CheckInLineParts> CheckIn =
        new ObjectForm<CheckInLine, CheckInLineParts>("checkInLine", "A check-in of a key result.", static form => form
        .Required(
            "objective", OkrForms.ObjectiveId, static line => line.Objective, static (ref parts, value) => parts.Objective = value, "The id of the objective.")
        .Required(
            "keyResult", OkrForms.KeyResultId, static line => line.KeyResult, static (ref parts, value) => parts.KeyResult = value,
            "The id of the key result in it.")
        .Including(OkrForms.CheckIn, static line => line.CheckIn, static (ref parts) => ref parts.CheckIn)
        .Build(static (ref _, ref parts) => CheckInLine.Of(parts.Objective!, parts.KeyResult!, OkrForms.CheckedIn(parts.CheckIn))));

    internal struct MeasurementLineParts
    {
        internal KpiId? Kpi;
        internal KpiForms.MeasurementParts Measurement;
    }

    internal struct CheckInLineParts
    {
        internal ObjectiveId? Objective;
        internal KeyResultId? KeyResult;
        internal OkrForms.CheckInParts CheckIn;
    }
}

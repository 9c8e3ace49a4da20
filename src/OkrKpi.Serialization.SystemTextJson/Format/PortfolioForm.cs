using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using static OkrKpi.Serialization.SystemTextJson.ScalarForm;

namespace OkrKpi.Serialization.SystemTextJson;

/// <summary>A whole document.</summary>
/// <param name="steps">Each turns a document of one version, in place, into one of the next; the last leads to the current version.</param>
internal sealed class PortfolioForm(params Action<JsonObject>[] steps) : JsonForm<Portfolio>
{
    internal const int Version = 1;

    private static readonly ObjectForm<Portfolio, PortfolioParts> Members =
        new ObjectForm<Portfolio, PortfolioParts>("portfolio", "The KPIs, objectives and measurements of an organisation.", static form => form
        .Optional("$schema", Remark, static _ => PortfolioJson.SchemaId, static (ref _, _) => { }, "The schema the document follows, for editors; not read.")
        .Required("version", new VersionForm(), static _ => Version, static (ref _, _) => { }, "The version of the format.")
        .Optional("name", Text, static portfolio => portfolio.Name, static (ref parts, value) => parts.Name = value, "The name of the organisation.")
        .Optional("note", Remark, static _ => null, static (ref _, _) => { }, "A remark for people; not read.")
        .Optional(
            "organisation", OkrForms.Organisation, static portfolio => portfolio.Organisation, static (ref parts, value) => parts.Organisation = value,
            "The units that own objectives, and what each belongs to.")
        .List("kpis", KpiForms.Kpi, static portfolio => portfolio.Kpis, static (ref parts, value) => parts.Kpis = value, "The KPIs.")
        .List(
            "objectives", OkrForms.Objective, static portfolio => portfolio.Objectives, static (ref parts, value) => parts.Objectives = value,
            "The objectives.")
        .List(
            "measurements", KpiForms.Series, static portfolio => portfolio.Measurements, static (ref parts, value) => parts.Series = value,
            "The measurements, by KPI.")
        .List(
            "learnings", OkrForms.Learning, static portfolio => portfolio.Learnings, static (ref parts, value) => parts.Learnings = value,
            "What objectives have taught.")
        .List(
            "dismissals", KpiForms.Dismissal, static portfolio => portfolio.Dismissals, static (ref parts, value) => parts.Dismissals = value,
            "Needs that people have dismissed.")
        .Build(Build));

    /// <summary>The form with a step for every version there has been: version 2 brings the first, from version 1.</summary>
    internal static PortfolioForm Instance { get; } = new();

    /// <summary>The earliest version that opens.</summary>
    internal int Earliest => Version - steps.Length;

    internal override Portfolio Read(ref JsonSource json)
    {
        // First of all: what a newer version brings should be called newer, not unknown, and what an earlier one had is no fault.
        var version = VersionOf(json);
        return version < Version ? Upgrade.Read(ref json, Members, version, steps.AsSpan(version - Earliest)) : Members.Read(ref json);
    }

    /// <summary>A document that was read, upgraded; null where it is of the current version.</summary>
    internal PooledBuffer? Upgraded(ReadOnlySpan<byte> utf8, PortfolioJsonOptions options)
    {
        var json = JsonDocumentReader.Source(utf8, options);
        var version = steps.Length == 0 ? Version : VersionOf(json);
        return version < Version ? Upgrade.Run(json, version, steps.AsSpan(version - Earliest)) : null;
    }

    internal override void Write(Utf8JsonWriter json, Portfolio value) => Members.Write(json, value);

    internal override JsonObject Schema(SchemaDefinitions definitions) => Members.Schema(definitions);

    /// <summary>The schema of a document.</summary>
    internal static JsonObject Describe() => SchemaDefinitions.Document(PortfolioJson.SchemaId, "OkrKpi document", Members.Describe);

    // The current version where none is given, which the members refuse.
    private int VersionOf(JsonSource json)
    {
        json.Expect(JsonTokenType.StartObject, "an object");
        while (json.NextMember())
        {
            if (json.Is("version"u8))
            {
                json.Advance();
                return VersionForm.Check(ref json, Earliest);
            }

            json.Pass();
        }

        return Version;
    }

    private static Portfolio Build(ref JsonSource json, ref PortfolioParts parts)
    {
        // How the elements stand to each other is judged once each of them is right; the faults found so far are thrown at the end.
        if (json.HasFaults)
        {
            return Portfolio.Of([], [], []);
        }

        try
        {
            var portfolio = Portfolio.Of(parts.Kpis, parts.Objectives, parts.Series).With(parts.Learnings).With(parts.Dismissals);
            portfolio = parts.Organisation is { } organisation ? portfolio.In(organisation) : portfolio;
            return parts.Name is { } name ? portfolio.Named(name) : portfolio;
        }
        catch (ArgumentException)
        {
            var start = json.ObjectStart;
            var faults = Portfolio.Check(parts.Kpis, parts.Objectives, parts.Series, parts.Learnings, parts.Dismissals, parts.Organisation)
                .Take(PortfolioJsonOptions.MaximumProblems)
                    .Select(fault => new JsonFault(start, PlaceOf(fault), JsonText.Shorten(fault.Sentence, 1_000)))
                    .ToArray();
            if (faults.Length == 0)
            {
                throw;
            }

            throw json.All(faults);
        }
    }

    /// <summary>Where in the document something stands that the domain refuses.</summary>
    private static object[] PlaceOf(PortfolioFault fault) => fault.Kind switch
    {
        PortfolioFaultKind.KpiGivenTwice => ["kpis", fault.Item, "id"],
        PortfolioFaultKind.ObjectiveGivenTwice => ["objectives", fault.Item, "id"],
        PortfolioFaultKind.AddressesUnknownKpi => ["objectives", fault.Item, "addresses", fault.Part!],
        PortfolioFaultKind.MeasuresUnknownKpi => ["objectives", fault.Item, "keyResults", fault.Part!, "measures"],
        PortfolioFaultKind.AlignedToUnknownObjective => ["objectives", fault.Item, "alignments", fault.Part!, "objective"],
        PortfolioFaultKind.AlignedToUnknownKeyResult => ["objectives", fault.Item, "alignments", fault.Part!, "keyResult"],
        PortfolioFaultKind.ContributesToItself or PortfolioFaultKind.AlignedToPinnedWhole => ["objectives", fault.Item, "alignments", fault.Part!],
        PortfolioFaultKind.CarriesOnItself => ["objectives", fault.Item, "predecessor"],
        PortfolioFaultKind.OwnerNotInOrganisation =>
            fault.Part is { } part ? ["objectives", fault.Item, "sharedWith", part] : ["objectives", fault.Item, "owner"],
        PortfolioFaultKind.MeasurementsGivenTwice or PortfolioFaultKind.MeasurementsOfUnknownKpi => ["measurements", fault.Item, "kpi"],
        PortfolioFaultKind.MeasurementDoesNotFit => ["measurements", fault.Item, "values", fault.Part!],
        PortfolioFaultKind.LearningFromUnknownObjective => ["learnings", fault.Item, "objective"],
        PortfolioFaultKind.DismissalOfUnknownKpi => ["dismissals", fault.Item, "kpi"],
    };

    private sealed class PortfolioParts
    {
        internal string? Name;
        internal IReadOnlyList<Kpi> Kpis = [];
        internal IReadOnlyList<Objective> Objectives = [];
        internal IReadOnlyList<MeasurementSeries> Series = [];
        internal IReadOnlyList<Learning> Learnings = [];
        internal IReadOnlyList<NeedDismissal> Dismissals = [];
        internal Organisation? Organisation;
    }

    private sealed class VersionForm : JsonForm<int>
    {
        internal static int Check(ref JsonSource json, int earliest) => json.Integer() switch
        {
            var known when known >= earliest && known <= Version => known,
            > Version and var newer when json.KeepsUnknown => newer,
            > Version and var newer =>
                throw json.Wrong(
                    string.Create(CultureInfo.InvariantCulture, $"version {newer} is newer than this reader; allowed {Allowed(earliest)}; "
                        + $"{nameof(PortfolioDocument)} opens newer ones and keeps what it does not know.")),
            var other => throw json.Wrong(string.Create(CultureInfo.InvariantCulture, $"there is no version {other}; allowed {Allowed(earliest)}.")),
        };

        internal override int Read(ref JsonSource json) => Check(ref json, Version);

        internal override void Write(Utf8JsonWriter json, int value) => json.WriteNumberValue(value);

        internal override JsonObject Schema(SchemaDefinitions definitions) => new() { ["type"] = "integer", ["enum"] = new JsonArray(Version) };

        private static string Allowed(int earliest) =>
            earliest == Version ? FormattableString.Invariant($"is {Version}") : FormattableString.Invariant($"are {earliest} to {Version}");
    }
}

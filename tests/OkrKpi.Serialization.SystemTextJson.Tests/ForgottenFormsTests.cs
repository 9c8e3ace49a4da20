using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using OkrKpi.Json;

namespace OkrKpi.Serialization.SystemTextJson.Tests;

/// <summary>Options or contexts of a user that know nothing of the forms: refused, never written in part.</summary>
public sealed class ForgottenFormsTests
{
    private static readonly JsonSerializerOptions StandsBefore =
        new() { TypeInfoResolver = JsonTypeInfoResolver.Combine(ForgetfulContext.Default, OkrKpiJsonContext.Default) };

    private static readonly JsonSerializerOptions Combined =
        new() { TypeInfoResolver = JsonTypeInfoResolver.Combine(OkrKpiJsonContext.Default, ForgetfulContext.Default) };

    private static readonly JsonSerializerOptions Added = new JsonSerializerOptions().AddOkrKpi();

    private static readonly JsonSerializerOptions AddedLater = new JsonSerializerOptions { TypeInfoResolver = ForgetfulContext.Default }.AddOkrKpi();

    private static readonly JsonSerializerOptions OfTheUser = new() { Converters = { new PercentOnly() } };

    private static readonly Forgetful Everything = new()
    {
        Unit = Unit.Percent,
        Target = Target.Of(5m),
        Period = ReportingPeriod.Month(2026, 6),
        Progress = Progress.Of(0.5m),
        Kpi = Sample.Everything().Kpis[0],
        Objectives = Sample.Everything().Objectives,
        Goal = Goal.Count(3m),
        Rule = OkrNeedRule.Default,
        Profile = ScoringProfile.Default,
        Options = ReviewOptions.Default,
        Id = KpiId.Of("a"),
    };

    public static TheoryData<string> Members => [.. typeof(Forgetful).GetProperties().Select(each => each.Name)];

    [Theory]
    [MemberData(nameof(Members))]
    public void A_context_of_the_user_that_forgets_ours_fails_loudly(string member)
    {
        var type = typeof(Forgetful).GetProperty(member)!.PropertyType;
        var value = typeof(Forgetful).GetProperty(member)!.GetValue(Everything);
        Refused(() => JsonSerializer.Serialize(value, ForgetfulContext.Default.GetTypeInfo(type)!));
        Refused(() => JsonSerializer.Deserialize("{}", type, ForgetfulContext.Default));
    }

    [Fact]
    public void So_does_a_type_of_the_user_that_holds_them_even_where_they_are_empty()
    {
        Refused(() => JsonSerializer.Serialize(Everything, ForgetfulContext.Default.Forgetful));
        Refused(() => JsonSerializer.Serialize(new Forgetful(), ForgetfulContext.Default.Forgetful));
        Refused(() => JsonSerializer.Deserialize("{}", ForgetfulContext.Default.Forgetful));
    }

    [Fact]
    public void So_do_options_without_AddOkrKpi_and_a_context_that_stands_before_ours()
    {
        Refused(() => JsonSerializer.Serialize(Everything));
        Refused(() => JsonSerializer.Serialize(new { At = ReportingPeriod.Month(2026, 6) }));
        Refused(() => JsonSerializer.Serialize(Everything, StandsBefore));
    }

    [Fact]
    public void Either_way_of_remembering_is_enough()
    {
        var expected = JsonSerializer.Serialize(Everything, Added);
        Assert.Contains("\"Unit\":{\"kind\":\"percent\"}", expected, StringComparison.Ordinal);
        Assert.Equal(expected, JsonSerializer.Serialize(Everything, AddedLater));
        Assert.Equal(expected, JsonSerializer.Serialize(Everything, Combined));
    }

    [Fact]
    public void A_converter_of_the_user_goes_before()
    {
        Assert.Equal("\"mine\"", JsonSerializer.Serialize(Unit.Percent, OfTheUser));
    }

    [Fact]
    public void Every_public_type_says_where_its_form_is()
    {
        string[] faults =
        [
            .. typeof(Kpi).Assembly.GetExportedTypes()
                .Where(type => !type.IsEnum && !type.IsInterface && !(type.IsAbstract && type.IsSealed) && !type.Name.StartsWith('<')
                    && !typeof(FindingRule).IsAssignableFrom(type) && !typeof(JsonConverter).IsAssignableFrom(type)
                    && type.GetCustomAttribute<JsonConverterAttribute>(false)?.ConverterType != typeof(FormInJson))
                .Select(type => $"{type.Name} would be written in part: put [JsonConverter(typeof(FormInJson))] on it."),
        ];
        Assert.True(faults.Length == 0, string.Join('\n', faults));
    }

    private static void Refused(Action act) =>
        Assert.Contains("AddOkrKpi", Assert.Throws<NotSupportedException>(act).Message, StringComparison.Ordinal);

    private sealed class PercentOnly : JsonConverter<Unit>
    {
        public override Unit Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Unit.Percent;

        public override void Write(Utf8JsonWriter writer, Unit value, JsonSerializerOptions options) => writer.WriteStringValue("mine");
    }
}

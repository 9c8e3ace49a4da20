using System.Text.Json;
using System.Text.Json.Serialization;

namespace OkrKpi.Serialization.SystemTextJson.Tests;

/// <summary>Every public type of the domain has a form, or a reason to have none.</summary>
public sealed class CompletenessTests
{
    private static readonly Dictionary<string, Type[]> Formless = new()
    {
    };

    private static readonly Type[] Types = [.. typeof(Kpi).Assembly.GetExportedTypes().Where(type => !(type.IsAbstract && type.IsSealed))];

    [Fact]
    public void Every_type_of_the_domain_has_a_form_or_a_reason_to_have_none()
    {
        var options = new JsonSerializerOptions().AddOkrKpi();
        var known = Formless.Values.SelectMany(types => types).ToArray();
        Assert.Equal(known.Distinct(), known);
        string[] faults =
        [
            .. Types.Where(type => !Has(type) && !known.Contains(type)).Select(type => $"{type.Name} has no form: declare one and add it to OkrKpiJsonConverters, or say here why it needs none."),
            .. known.Where(Has).Select(type => $"{type.Name} has a form; take it off the list of those that have none."),
        ];
        Assert.True(faults.Length == 0, string.Join('\n', faults));

        bool Has(Type type) => options.Converters.Any(converter => converter is not JsonConverterFactory && converter.CanConvert(type));
    }
}

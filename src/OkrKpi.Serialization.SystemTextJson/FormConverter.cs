using System.Text.Json;
using System.Text.Json.Serialization;

namespace OkrKpi.Serialization.SystemTextJson;

/// <summary>Puts a form in the place of a converter, for values inside a user's own types.</summary>
internal sealed class FormConverter<T>(JsonForm<T> form, PortfolioJsonOptions limits) : JsonConverter<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var start = reader;
        var json = new JsonSource(reader, limits);
        try
        {
            return form.Read(ref json);
        }
        catch (JsonFault fault)
        {
            // The serializer adds the path to the value and the line; the message tells the path within it.
            var path = JsonPath.Find(start, fault, out _);
            throw new JsonException(
                path == "$" ? Sentence(fault) : $"{path.TrimStart('$').TrimStart('.')} of {typeof(T).Name}: {fault.Message}", fault.InnerException);
        }
        finally
        {
            reader = json.Reader;
        }
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => form.WriteItem(writer, value);

    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return form.OfName(reader.GetString()!);
        }
        catch (Exception exception) when (JsonSource.IsRefusal(exception))
        {
            throw new JsonException(JsonSource.Sentence(exception), exception);
        }
    }

    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WritePropertyName(form.AsName(value) ?? throw new NotSupportedException($"{typeof(T).Name} is no key of a JSON object."));

    private static string Sentence(JsonFault fault) => $"{typeof(T).Name}: {fault.Message}";
}

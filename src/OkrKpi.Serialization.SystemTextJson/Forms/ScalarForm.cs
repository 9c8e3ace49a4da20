using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;

namespace OkrKpi.Serialization.SystemTextJson;

/// <summary>The forms of values that are one token: texts, ids, numbers, dates.</summary>
internal static class ScalarForm
{
    internal static readonly JsonForm<string> Text = new TextForm<string>(static text => text, static text => text, NotBlank);

    /// <summary>A text that nobody reads, so that nothing is asked of it.</summary>
    internal static readonly JsonForm<string> Remark = new TextForm<string>(
        static text => text, static text => text, static () => new() { ["type"] = "string" });

    /// <summary>A number with up to 28 digits, exactly, with its scale.</summary>
    internal static readonly JsonForm<decimal> Number = new NumberForm();

    /// <summary>An absolute address, as it was given.</summary>
    internal static readonly JsonForm<Uri> Link = TextOf(
        static text =>
            Uri.TryCreate(text, UriKind.Absolute, out var link)
                ? link
                : throw new ArgumentException($"'{JsonText.Shorten(text)}' is no link; give an absolute address with http or https."),
        static link => link.OriginalString);

    internal static readonly JsonForm<int> Integer = new IntegerForm();

    internal static readonly JsonForm<LocalDate> Date = new DateForm();

    internal static readonly JsonForm<Instant> Moment = new InstantForm();

    /// <summary>Only true; false is said by leaving the member out, so that there is one way to say it.</summary>
    internal static readonly JsonForm<bool> True = new TrueForm();

    /// <summary>A text that the domain makes a value of: an id, a code.</summary>
    internal static JsonForm<T> TextOf<T>(Func<string, T> make, Func<T, string> text) => new TextForm<T>(make, text, NotBlank);

    /// <summary>A number that the domain makes a value of.</summary>
    internal static JsonForm<T> NumberOf<T>(Func<decimal, T> make, Func<T, decimal> number, decimal low, decimal high) =>
        new NumberOfForm<T>(make, number, low, high);

    private static JsonObject NotBlank() => new() { ["type"] = "string", ["pattern"] = "\\S" };

    private sealed class TextForm<T>(Func<string, T> make, Func<T, string> text, Func<JsonObject> schema) : JsonForm<T>
    {
        internal override T Read(ref JsonSource json)
        {
            var read = json.Text();
            try
            {
                return make(read);
            }
            catch (Exception exception) when (JsonSource.IsRefusal(exception))
            {
                throw json.Refused(exception);
            }
        }

        internal override void Write(Utf8JsonWriter json, T value) => json.WriteStringValue(text(value));

        internal override JsonObject Schema(SchemaDefinitions definitions) => schema();

        internal override string AsName(T value) => text(value);

        internal override T OfName(string name) => make(name);
    }

    private sealed class NumberForm : JsonForm<decimal>
    {
        internal override decimal Read(ref JsonSource json) => json.Number();

        internal override void Write(Utf8JsonWriter json, decimal value) => JsonText.WriteNumber(json, value);

        internal override void WriteItem(Utf8JsonWriter json, decimal value) => json.WriteNumberValue(value);

        internal override JsonObject Schema(SchemaDefinitions definitions) => new() { ["type"] = "number" };
    }

    private sealed class NumberOfForm<T>(Func<decimal, T> make, Func<T, decimal> number, decimal low, decimal high) : JsonForm<T>
    {
        internal override T Read(ref JsonSource json)
        {
            var read = json.Number();
            try
            {
                return make(read);
            }
            catch (Exception exception) when (JsonSource.IsRefusal(exception))
            {
                throw json.Refused(exception);
            }
        }

        internal override void Write(Utf8JsonWriter json, T value) => JsonText.WriteNumber(json, number(value));

        internal override void WriteItem(Utf8JsonWriter json, T value) => json.WriteNumberValue(number(value));

        internal override JsonObject Schema(SchemaDefinitions definitions) => new() { ["type"] = "number", ["minimum"] = low, ["maximum"] = high };
    }

    private sealed class IntegerForm : JsonForm<int>
    {
        internal override int Read(ref JsonSource json) => json.Integer();

        internal override void Write(Utf8JsonWriter json, int value) => json.WriteNumberValue(value);

        internal override JsonObject Schema(SchemaDefinitions definitions) => new() { ["type"] = "integer" };
    }

    private sealed class DateForm : JsonForm<LocalDate>
    {
        internal override LocalDate Read(ref JsonSource json)
        {
            json.Expect(JsonTokenType.String, "a string");
            return JsonText.TryDate(json.Bytes, out var date) || LocalDatePattern.Iso.Parse(json.Text()).TryGetValue(default, out date)
                ? date
                : throw json.Wrong($"'{json.Shown()}' is no date; give year, month and day, such as 2026-07-01.");
        }

        internal override void Write(Utf8JsonWriter json, LocalDate value) => JsonText.WriteDate(json, value);

        internal override void WriteItem(Utf8JsonWriter json, LocalDate value) => json.WriteStringValue(AsName(value));

        internal override JsonObject Schema(SchemaDefinitions definitions) => new() { ["type"] = "string", ["format"] = "date" };

        internal override string AsName(LocalDate value) => LocalDatePattern.Iso.Format(value);

        internal override LocalDate OfName(string name) => LocalDatePattern.Iso.Parse(name).TryGetValue(default, out var date)
            ? date
            : throw new ArgumentException($"'{JsonText.Shorten(name)}' is no date; give year, month and day, such as 2026-07-01.");
    }

    private sealed class InstantForm : JsonForm<Instant>
    {
        internal override Instant Read(ref JsonSource json)
        {
            json.Expect(JsonTokenType.String, "a string");
            return JsonText.TryInstant(json.Bytes, out var instant) || InstantPattern.ExtendedIso.Parse(json.Text()).TryGetValue(default, out instant)
                ? instant
                : throw json.Wrong($"'{json.Shown()}' is no instant; give date and time in UTC, such as 2026-01-05T09:00:00Z.");
        }

        internal override void Write(Utf8JsonWriter json, Instant value) => JsonText.WriteInstant(json, value);

        internal override void WriteItem(Utf8JsonWriter json, Instant value) => json.WriteStringValue(InstantPattern.ExtendedIso.Format(value));

        internal override JsonObject Schema(SchemaDefinitions definitions) => new() { ["type"] = "string", ["format"] = "date-time" };
    }

    private sealed class TrueForm : JsonForm<bool>
    {
        internal override bool Read(ref JsonSource json) =>
            json.Token == JsonTokenType.True ? true : throw json.Wrong("allowed is only true; leave the member out otherwise.");

        internal override void Write(Utf8JsonWriter json, bool value) => json.WriteBooleanValue(value);

        internal override JsonObject Schema(SchemaDefinitions definitions) => new() { ["enum"] = new JsonArray(true) };
    }
}

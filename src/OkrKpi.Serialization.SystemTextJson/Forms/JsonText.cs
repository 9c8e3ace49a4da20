using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace OkrKpi.Serialization.SystemTextJson;

/// <summary>Numbers, dates and instants as UTF-8: short ways for the usual ones, beside the general ones of the platform.</summary>
internal static class JsonText
{
    // Eighteen digits always fit a long.
    private const int ShortNumber = 18;

    /// <summary>Reads a number of up to 18 characters without an exponent; the decimal keeps the scale that is written.</summary>
    internal static bool TryNumber(ReadOnlySpan<byte> text, out decimal number)
    {
        number = 0m;
        if (text.Length is 0 or > ShortNumber)
        {
            return false;
        }

        var isNegative = text[0] == (byte)'-';
        ulong digits = 0;
        var afterPoint = 0;
        for (var index = isNegative ? 1 : 0; index < text.Length; index++)
        {
            var digit = unchecked(text[index] - (uint)'0');
            if (digit <= 9)
            {
                digits = (digits * 10) + digit;
            }
            else if (text[index] == (byte)'.')
            {
                afterPoint = index + 1;
            }
            else
            {
                return false;
            }
        }

        var scale = afterPoint == 0 ? 0 : text.Length - afterPoint;
        number = new decimal(unchecked((int)digits), (int)(digits >> 32), 0, isNegative && digits != 0, (byte)scale);
        return true;
    }

    internal static bool SameDigits(string one, string other) => string.Equals(Digits(one), Digits(other), StringComparison.Ordinal);

    internal static void WriteNumber(Utf8JsonWriter json, decimal number)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(number, bits);
        Span<byte> text = stackalloc byte[32];
        var scale = (bits[3] >> 16) & 0xFF;
        int length;
        if (bits[2] != 0 || scale > 18)
        {
            number.TryFormat(text, out length, default, CultureInfo.InvariantCulture);
        }
        else
        {
            var digits = unchecked(((ulong)(uint)bits[1] << 32) | (uint)bits[0]);
            length = 0;
            if (bits[3] < 0 && digits != 0)
            {
                text[length++] = (byte)'-';
            }

            var first = length;
            if (scale == 0)
            {
                digits.TryFormat(text[length..], out var written, default, CultureInfo.InvariantCulture);
                length += written;
            }
            else
            {
                Span<byte> raw = stackalloc byte[20];
                digits.TryFormat(raw, out var written, default, CultureInfo.InvariantCulture);
                for (var missing = scale + 1 - written; missing > 0; missing--)
                {
                    text[length++] = (byte)'0';
                }

                raw[..written].CopyTo(text[length..]);
                length += written;
                var point = length - scale;
                text[point..length].CopyTo(text[(point + 1)..]);
                text[point] = (byte)'.';
                length++;
            }
        }

        json.WriteRawValue(text[..length], skipInputValidation: true);
    }

    internal static bool TryDate(ReadOnlySpan<byte> text, out LocalDate date)
    {
        if (text.Length == 10 && TryDate(text, out var year, out var month, out var day))
        {
            date = new(year, month, day);
            return true;
        }

        date = default;
        return false;
    }

    internal static void WriteDate(Utf8JsonWriter json, LocalDate date)
    {
        if (date.Year is < 1 or > 9999)
        {
            json.WriteStringValue(LocalDatePattern.Iso.Format(date));
            return;
        }

        Span<byte> text = stackalloc byte[12];
        text[0] = text[11] = (byte)'"';
        Put(text[1..], date.Year, date.Month, date.Day);
        json.WriteRawValue(text, skipInputValidation: true);
    }

    internal static bool TryInstant(ReadOnlySpan<byte> text, out Instant instant)
    {
        instant = default;
        if (text.Length != 20 || text[10] != (byte)'T' || text[13] != (byte)':' || text[16] != (byte)':' || text[19] != (byte)'Z'
            || !TryDate(text, out var year, out var month, out var day)
            || (Two(text, 11) is var hour && hour > 23) || (Two(text, 14) is var minute && minute > 59) || (Two(text, 17) is var second && second > 59))
        {
            return false;
        }

        instant = Instant.FromUnixTimeTicks(new DateTime(year, month, day, hour, minute, second, DateTimeKind.Utc).Ticks - DateTime.UnixEpoch.Ticks);
        return true;
    }

    internal static void WriteInstant(Utf8JsonWriter json, Instant instant)
    {
        var local = instant.InUtc().LocalDateTime;
        if (local.NanosecondOfSecond != 0 || local.Year is < 1 or > 9999)
        {
            json.WriteStringValue(InstantPattern.ExtendedIso.Format(instant));
            return;
        }

        Span<byte> text = stackalloc byte[22];
        text[0] = text[21] = (byte)'"';
        Put(text[1..], local.Year, local.Month, local.Day);
        text[11] = (byte)'T';
        Put(text[12..], local.Hour);
        text[14] = (byte)':';
        Put(text[15..], local.Minute);
        text[17] = (byte)':';
        Put(text[18..], local.Second);
        text[20] = (byte)'Z';
        json.WriteRawValue(text, skipInputValidation: true);
    }

    /// <summary>Text for a message: one line, and short.</summary>
    internal static string Shorten(string text, int longest = 60)
    {
        var kept = text.Length > longest && char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest;
        var shown = text.Length <= longest ? text : string.Concat(text.AsSpan(0, kept), "...");
        return string.Create(shown.Length, shown, static (line, all) =>
        {
            for (var index = 0; index < all.Length; index++)
            {
                line[index] = char.IsControl(all[index]) || all[index] is '\u2028' or '\u2029' ? ' ' : all[index];
            }
        });
    }

    private static string Digits(string number)
    {
        var exponent = number.AsSpan().IndexOfAny('e', 'E');
        var mantissa = exponent < 0 ? number : number[..exponent];
        return string.Concat(mantissa.Where(char.IsAsciiDigit)).Trim('0');
    }

    // The first ten bytes as year, month and day.
    private static bool TryDate(ReadOnlySpan<byte> text, out int year, out int month, out int day)
    {
        (year, month, day) = ((Two(text, 0) * 100) + Two(text, 2), Two(text, 5), Two(text, 8));
        return text[4] == (byte)'-' && text[7] == (byte)'-'
            && year is >= 1 and <= 9_999 && month is >= 1 and <= 12 && day >= 1 && (day <= 28 || (day <= 31 && day <= DateTime.DaysInMonth(year, month)));
    }

    // Two digits as a number; far above what any two can be where they are none.
    private static int Two(ReadOnlySpan<byte> text, int at)
    {
        var (tens, ones) = unchecked((text[at] - (uint)'0', text[at + 1] - (uint)'0'));
        return tens <= 9 && ones <= 9 ? (int)((tens * 10) + ones) : 1_000_000;
    }

    private static void Put(Span<byte> text, int year, int month, int day)
    {
        Put(text, year / 100);
        Put(text[2..], year % 100);
        text[4] = text[7] = (byte)'-';
        Put(text[5..], month);
        Put(text[8..], day);
    }

    private static void Put(Span<byte> text, int number)
    {
        text[0] = (byte)('0' + (number / 10));
        text[1] = (byte)('0' + (number % 10));
    }
}

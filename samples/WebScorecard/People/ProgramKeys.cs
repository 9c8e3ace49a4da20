using System.Security.Cryptography;
using System.Text;

namespace WebScorecard.People;

/// <summary>The keys of programs, of which the configuration holds SHA-256 sums: who reads the configuration cannot write.</summary>
internal sealed class ProgramKeys
{
    public const string Prefix = "key:";
    private readonly List<(byte[] Sum, Who Program)> known = [];

    public static ProgramKeys From(IConfiguration configuration)
    {
        var keys = new ProgramKeys();
        foreach (var (section, role) in new[] { ("Scorecard:WriteKeys", Role.Writer), ("Scorecard:ReadKeys", Role.Reader) })
        {
            foreach (var program in configuration.GetSection(section).GetChildren())
            {
                keys.known.Add((Parse(program), new(Prefix + program.Key, role)));
            }
        }

        // A key as it is, for trying out and for settings from before there were sums.
        if (configuration["Scorecard:WriteKey"] is { Length: > 0 } plain)
        {
            keys.known.Add((Sum(plain), new(Prefix + "WriteKey", Role.Writer)));
        }

        return keys;
    }

    /// <summary>Whose key it is; null when nobody's. All are compared, so that the time it takes tells nothing.</summary>
    public Who? ProgramOf(string key)
    {
        var sum = Sum(key);
        Who? found = null;
        foreach (var (known, program) in known)
        {
            found = CryptographicOperations.FixedTimeEquals(known, sum) ? program : found;
        }

        return found;
    }

    private static byte[] Sum(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    private static byte[] Parse(IConfigurationSection setting) =>
        setting.Value is { Length: 2 * SHA256.HashSizeInBytes } hex && hex.All(char.IsAsciiHexDigit)
            ? Convert.FromHexString(hex)
            : throw new InvalidOperationException($"{setting.Path} must be the SHA-256 of the key, 64 hexadecimal digits; not the key itself.");
}

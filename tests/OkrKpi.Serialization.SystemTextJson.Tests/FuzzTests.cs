using System.Text;
using System.Text.Json;

namespace OkrKpi.Serialization.SystemTextJson.Tests;

/// <summary>
/// Damaged documents: each is read or refused with a <see cref="JsonException"/> that has path, line and one line of text, and a portfolio that was read can be
/// written and read.
/// </summary>
public sealed class FuzzTests
{
    private static readonly byte[][] Tokens =
    [
        .. new[] { "null", "true", "false", "-1", "1e400", "0.10", "99999999999999999999999999999999", "\"\"", "\"\\ud800\"", "\"\\u0000\"", "{", "}", "[",
            "]", ",", ":", "{}", "[]", "\uFEFF", "//", "NaN", "\"2026-02-30\"", "\"kind\":", "\"id\":" }.Select(Encoding.UTF8.GetBytes)
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Fifty_thousand_small_documents(int seed) => Damage(Small(), new Random(seed), 50_000);

    [Fact]
    public void A_thousand_documents_with_everything() => Damage([PortfolioJson.WriteUtf8(Sample.Everything())], new Random(5), 1_000);

    [Fact]
    public void Cut_off_anywhere()
    {
        var utf8 = PortfolioJson.WriteUtf8(Portfolios.Of(11), PortfolioJsonOptions.Default.With(DocumentLayout.Compact));
        for (var length = 0; length < utf8.Length; length++)
        {
            Assert.Throws<JsonException>(() => PortfolioJson.Read(utf8.AsSpan(0, length)));
        }
    }

    [Fact]
    public void Every_problem_of_a_damaged_document_has_a_path_and_a_line()
    {
        var random = new Random(6);
        foreach (var document in Small())
        {
            for (var round = 0; round < 300; round++)
            {
                if (!PortfolioJson.TryRead(Changed(document, Small(), random), PortfolioJsonOptions.Default, out _, out var problems))
                {
                    Assert.NotEmpty(problems);
                    Assert.All(problems, problem => Assert.True(
                        problem.Line >= 1 && problem.Column >= 1 && problem.Path.StartsWith('$') && !problem.ToString().Any(char.IsControl)));
                }
            }
        }
    }

    [Fact]
    public void Ten_thousand_documents_with_members_nobody_knows()
    {
        var random = new Random(7);
        byte[][] documents =
        [
            Encoding.UTF8.GetBytes(
                """{"version":7,"colour":{"deep":[1,{"a":"\ud83d\ude00"}]},"kpis":[{"id":"a","mood":"é","name":"A","unit":{"kind":"percent","shown":"%"},"direction":"higherIsBetter","cadence":"month","aggregation":"last","targets":[{"from":"2026-01-01","value":1,"by":"Mai"}]}],"measurements":[{"kpi":"a","values":[{"id":"m","date":"2026-01-01","value":1}]}]}"""),
        ];
        for (var round = 0; round < 10_000; round++)
        {
            var bytes = Changed(documents[0], documents, random);
            try
            {
                var written = PortfolioDocument.Read(bytes, PortfolioJsonOptions.Default).Write();
                Assert.Equal(written, PortfolioDocument.Read(written).Write());
            }
            catch (JsonException exception) when (exception.Path is not null && exception.LineNumber is not null)
            {
            }
            catch (Exception exception)
            {
                Assert.Fail($"Round {round}: {exception}\n{Encoding.UTF8.GetString(bytes)}");
            }
        }
    }

    private static byte[][] Small() =>
        [
            .. Enumerable.Range(0, 500)
                .Select(seed => PortfolioJson.WriteUtf8(Portfolios.Of(seed), PortfolioJsonOptions.Default.With(DocumentLayout.Compact)))
                .Where(utf8 => utf8.Length is > 500 and < 4_000)
                .Take(6)
        ];

    private static void Damage(byte[][] documents, Random random, int rounds)
    {
        for (var round = 0; round < rounds; round++)
        {
            var bytes = Changed(documents[random.Next(documents.Length)], documents, random);
            try
            {
                var portfolio = PortfolioJson.Read(bytes);
                if (round % 16 == 0)
                {
                    PortfolioJson.Read(PortfolioJson.WriteUtf8(portfolio));
                }
            }
            catch (JsonException exception)
            {
                if (exception.Path is null || exception.LineNumber is null || exception.Message.Contains(
                    '\n', StringComparison.Ordinal) || exception.Message.Length > 4_000)
                {
                    Assert.Fail($"Round {round}: {exception.Message}\n{Encoding.UTF8.GetString(bytes)}");
                }
            }
            catch (Exception exception)
            {
                Assert.Fail($"Round {round}: {exception}\n{Encoding.UTF8.GetString(bytes)}");
            }
        }
    }

    private static byte[] Changed(byte[] document, byte[][] documents, Random random)
    {
        var bytes = new List<byte>(document);
        for (var times = random.Next(1, 4); times > 0 && bytes.Count > 0; times--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(7))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 2:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 40), bytes.Count - at));
                    break;
                case 3:
                    bytes.InsertRange(at, Tokens[random.Next(Tokens.Length)]);
                    break;
                case 4:
                    var token = Tokens[random.Next(Tokens.Length)];
                    bytes.RemoveRange(at, Math.Min(token.Length, bytes.Count - at));
                    bytes.InsertRange(at, token);
                    break;
                case 5:
                    var other = documents[random.Next(documents.Length)];
                    var start = random.Next(other.Length);
                    bytes.InsertRange(at, other.AsSpan(start, Math.Min(random.Next(1, 60), other.Length - start)));
                    break;
                default:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
            }
        }

        return [.. bytes];
    }
}

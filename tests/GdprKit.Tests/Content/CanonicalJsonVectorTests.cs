using System.Globalization;
using System.Text;
using System.Text.Json;

namespace GdprKit.Content;

public sealed class CanonicalJsonVectorTests
{
    private static readonly VectorFile Vectors = VectorFile.Open("canonical-json.json");

    public static IEnumerable<TheoryDataRow<string>> Documents => Vectors.Cases("documents", vector => vector.GetProperty("name").GetString());

    public static IEnumerable<TheoryDataRow<string>> Numbers => Vectors.Cases("numbers", vector => vector.GetProperty("ieee754_hex").GetString());

    public static IEnumerable<TheoryDataRow<string>> Refusals => Vectors.Cases("must_reject", vector => vector.GetProperty("why").GetString());

    public static IEnumerable<TheoryDataRow<string>> NumberFiles => Vectors.Cases(NumberFileChecksums, vector => $"{vector.GetProperty("lines")} lines");

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Documents))]
    public void A_document_becomes_the_published_bytes(string vector)
    {
        var expected = JsonElement.Parse(vector);

        var canonical = CanonicalJson.Canonicalize(Encoding.UTF8.GetBytes(Text(expected, "input_utf8")));

        Encoding.UTF8.GetString(canonical).Should().Be(Text(expected, "output_utf8"));
        Convert.ToHexStringLower(canonical).Should().Be(Text(expected, "output_hex"));
        Digest.Of(canonical).ToString().Should().Be(Text(expected, "output_sha256"));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Numbers))]
    public void A_number_is_written_as_published(string vector)
    {
        var expected = JsonElement.Parse(vector);

        var canonical = CanonicalJson.Canonicalize(JsonSerializer.SerializeToUtf8Bytes(Number(expected)));

        Encoding.UTF8.GetString(canonical).Should().Be(Text(expected, "expected"));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Refusals))]
    public void What_has_no_canonical_form_is_refused(string vector)
    {
        var refused = JsonElement.Parse(vector);

        // JSON cannot spell NaN and Infinity, so these are given to what writes numbers.
        Action canonicalize = refused switch
        {
            _ when refused.TryGetProperty("json", out var json) => () => CanonicalJson.Canonicalize(Encoding.UTF8.GetBytes(json.GetString()!)),
            _ when refused.TryGetProperty("ieee754_hex", out _) => () => EcmaScriptNumber.Write(Number(refused), new System.Buffers.ArrayBufferWriter<byte>()),
            _ => throw new NotSupportedException($"Unknown kind of case: {vector}"),
        };

        canonicalize.Should().Throw<CanonicalJsonException>();
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(NumberFiles))]
    public void The_published_number_file_has_the_published_checksum(string vector)
    {
        var published = JsonElement.Parse(vector);

        EcmaScriptNumberFile.Checksum(published.GetProperty("lines").GetInt32()).ToString().Should().Be(Text(published, "sha256"));
    }

    [Fact]
    public void Every_kind_of_case_is_known() =>
        // The traps are explained in prose; each is also a test of CanonicalJson.
        Vectors.Kinds.Should().BeSubsetOf(["documents", "numbers", "must_reject", "traps"]);

    private static JsonElement NumberFileChecksums(JsonElement root) => JsonSerializer.SerializeToElement(
        root.GetProperty("_meta").GetProperty("number_file").GetProperty("published_checksums").EnumerateObject()
            .Select(checksum => new { lines = int.Parse(checksum.Name, CultureInfo.InvariantCulture), sha256 = checksum.Value.GetString() }));

    private static double Number(JsonElement vector) =>
        BitConverter.UInt64BitsToDouble(ulong.Parse(Text(vector, "ieee754_hex"), NumberStyles.HexNumber, CultureInfo.InvariantCulture));

    private static string Text(JsonElement vector, string name) => vector.GetProperty(name).GetString()!;
}

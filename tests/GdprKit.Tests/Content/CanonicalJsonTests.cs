using System.Buffers;
using System.Text;
using System.Text.Json;

namespace GdprKit.Content;

public sealed class CanonicalJsonTests
{
    [Theory]
    [InlineData(" true ", "true")]
    [InlineData("\tnull\r\n", "null")]
    [InlineData("[ ]", "[]")]
    [InlineData("{ }", "{}")]
    [InlineData("""{"b":[1, {"d":1,"c":2}],"a":"x"}""", """{"a":"x","b":[1,{"c":2,"d":1}]}""")]
    public void White_space_goes_and_properties_are_ordered_at_every_level(string json, string expected) => Canonical(json).Should().Be(expected);

    [Fact]
    public void Properties_are_ordered_by_UTF_16_code_units() =>
        // In UTF-8, and by code point, U+FB33 comes before U+1F602; its UTF-16 code unit comes after the surrogates.
        Canonical("{\"\ufb33\":1,\"\ud83d\ude02\":2,\"a\":3,\"B\":4,\"\":5}").Should().Be("{\"\":5,\"B\":4,\"a\":3,\"\ud83d\ude02\":2,\"\ufb33\":1}");

    [Fact]
    public void Text_is_not_normalised() => Canonical("\"A\\u030a\"").Should().Be("\"A\u030a\"");

    [Theory]
    [InlineData("\"\\u0000\\u001f\\u000B\"", "\"\\u0000\\u001f\\u000b\"")]
    [InlineData("\"\\u0008\\u0009\\u000a\\u000c\\u000d\"", "\"\\b\\t\\n\\f\\r\"")]
    [InlineData("\"\\u0022\\u005c\\/\"", "\"\\\"\\\\/\"")]
    [InlineData("\"\\u007f\\u0080\\u2028\"", "\"\u007f\u0080\u2028\"")]
    [InlineData("\"\\u003cscript\\u003e&+'\"", "\"<script>&+'\"")]
    [InlineData("\"\\ud83d\\ude02\"", "\"😂\"")]
    public void Only_control_characters_quotation_marks_and_backslashes_are_escaped(string json, string expected)
    {
        Canonical(json).Should().Be(expected);
        Canonical($"{{{json}:0}}").Should().Be($"{{{expected}:0}}");
    }

    [Theory]
    [InlineData("-0", "0")]
    [InlineData("-0.0e5", "0")]
    [InlineData("1e-400", "0")]
    [InlineData("1E2", "100")]
    [InlineData("12345678901234567890", "12345678901234567000")]
    [InlineData("999999999999999999999", "1e+21")]
    [InlineData("0.000001", "0.000001")]
    [InlineData("0.0000001", "1e-7")]
    [InlineData("100000000000000000000", "100000000000000000000")]
    [InlineData("1.50", "1.5")]
    [InlineData("-1.7976931348623157e308", "-1.7976931348623157e+308")]
    [InlineData("2.2250738585072011e-308", "2.225073858507201e-308")]
    [InlineData("9007199254740993", "9007199254740992")]
    public void A_number_is_the_nearest_double(string json, string expected) => Canonical(json).Should().Be(expected);

    [Fact]
    public void A_digit_far_behind_the_point_still_decides_a_tie() =>
        Canonical($"9007199254740993.{new string('0', 900)}1").Should().Be("9007199254740994");

    [Theory]
    [InlineData("1e309")]
    [InlineData("-1e309")]
    [InlineData("[1.7976931348623159e308]")]
    public void A_number_beyond_the_finite_doubles_is_refused(string json) => Refused(json, "GDPR1057");

    [Theory]
    [InlineData("""{"a":1,"a":1}""")]
    [InlineData("""{"a":1,"b":2,"a":3}""")]
    [InlineData("""{"a":1,"\u0061":2}""")]
    [InlineData("""[{"x":{"é":1,"\u00e9":2}}]""")]
    public void A_property_that_occurs_twice_is_refused(string json) => Refused(json, "GDPR1055");

    [Theory]
    [InlineData("""\ud800""")]
    [InlineData("""\udc00""")]
    [InlineData("""\ud800x""")]
    [InlineData("""\ud800\u0041""")]
    [InlineData("""\ud800\ud800""")]
    [InlineData("""\udc00\ud800""")]
    [InlineData("""x\ud83d\ude02\ud83d""")]
    public void Half_of_a_surrogate_pair_is_refused_in_a_text_and_in_a_name(string text)
    {
        Refused($"\"{text}\"", "GDPR1056");
        Refused($"{{\"{text}\":1}}", "GDPR1056");
    }

    [Theory]
    [InlineData(new byte[] { 0x22, 0xff, 0x22 })]
    [InlineData(new byte[] { 0x22, 0xed, 0xa0, 0x80, 0x22 })]
    [InlineData(new byte[] { 0x22, 0xc0, 0x80, 0x22 })]
    [InlineData(new byte[] { 0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00 })]
    public void Bytes_that_are_not_UTF_8_are_refused(byte[] json) =>
        FluentActions.Invoking(() => CanonicalJson.Canonicalize(json)).Should().Throw<CanonicalJsonException>().Which.Id.Should().Be("GDPR1052");

    [Fact]
    public void An_element_that_is_not_UTF_8_is_refused()
    {
        using var document = JsonDocument.Parse(new byte[] { 0x22, 0xff, 0x22 });

        FluentActions.Invoking(() => CanonicalJson.Canonicalize(document.RootElement)).Should().Throw<CanonicalJsonException>().Which.Id.Should().Be("GDPR1052");
    }

    [Theory]
    [InlineData("", 1, 1)]
    [InlineData("   ", 1, 4)]
    [InlineData("{\n  \"a\": tru\n}", 2, 11)]
    [InlineData("{} {}", 1, 4)]
    [InlineData("[1,]", 1, 4)]
    [InlineData("// note\n1", 1, 1)]
    [InlineData("\uFEFF{}", 1, 1)]
    [InlineData("NaN", 1, 1)]
    [InlineData("01", 1, 2)]
    public void What_is_not_JSON_is_refused_with_its_place(string json, int line, int position) =>
        Refused(json, "GDPR1053").Fault.Should().Be($"The text is not JSON: line {line}, byte {position}.");

    [Fact]
    public void As_many_levels_as_allowed_are_canonicalised() =>
        Canonical(Nested(CanonicalJson.MaximumDepth)).Should().Be(Nested(CanonicalJson.MaximumDepth));

    [Theory]
    [InlineData(CanonicalJson.MaximumDepth + 1)]
    [InlineData(5_000_000)]
    public void A_level_too_many_is_refused(int levels) => Refused(Nested(levels), "GDPR1054");

    [Fact]
    public void An_element_that_was_read_with_a_greater_depth_is_held_to_the_same_limit()
    {
        using var document = JsonDocument.Parse(Nested(65), new JsonDocumentOptions { MaxDepth = 1000 });

        FluentActions.Invoking(() => CanonicalJson.HashOf(document.RootElement)).Should().Throw<CanonicalJsonException>().Which.Id.Should().Be("GDPR1054");
    }

    [Fact]
    public void Comments_that_the_reader_of_an_element_passed_over_leave_no_trace()
    {
        var lenient = new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
        using var document = JsonDocument.Parse("{ /* why */ \"b\": [1,], // how\n \"a\": 2 }", lenient);

        Encoding.UTF8.GetString(CanonicalJson.Canonicalize(document.RootElement)).Should().Be("""{"a":2,"b":[1]}""");
    }

    [Fact]
    public void An_element_without_a_value_is_refused() =>
        FluentActions.Invoking(() => CanonicalJson.HashOf(default(JsonElement))).Should().Throw<ArgumentException>().WithMessage("GDPR1058: *");

    [Fact]
    public void A_part_of_a_document_is_canonicalised_alone()
    {
        using var document = JsonDocument.Parse("""{"x": {"b": 1, "a": 2}}""");

        CanonicalJson.HashOf(document.RootElement.GetProperty("x")).Should().Be(Digest.Of("""{"a":2,"b":1}"""u8));
    }

    [Fact]
    public void The_hash_is_taken_over_the_canonical_bytes() =>
        CanonicalJson.HashOf("""{ "b": 1.0, "a": 2 }"""u8).Should().Be(Digest.Of("""{"a":2,"b":1}"""u8));

    [Fact]
    public void What_is_refused_half_way_leaves_the_output_untouched()
    {
        var output = new ArrayBufferWriter<byte>();

        FluentActions.Invoking(() => CanonicalJson.Write("""[1,"x",1e999]"""u8, output)).Should().Throw<CanonicalJsonException>();

        output.WrittenCount.Should().Be(0);
    }

    [Fact]
    public void What_is_written_is_what_is_returned()
    {
        var output = new ArrayBufferWriter<byte>();
        using var document = JsonDocument.Parse("[2]");

        CanonicalJson.Write("[ 1 ]"u8, output);
        CanonicalJson.Write(document.RootElement, output);

        Encoding.UTF8.GetString(output.WrittenSpan).Should().Be("[1][2]");
    }

    [Fact]
    public void A_fault_says_its_id_what_is_wrong_and_what_to_do()
    {
        var fault = Refused("""{"mail":1,"mail":2}""", "GDPR1055");

        fault.Message.Should().Be("GDPR1055: The property 'mail' occurs twice in one object. Keep one of the two.");
        fault.Message.Should().Be($"{fault.Id}: {fault.Fault} {fault.Remedy}");
    }

    private static string Canonical(string json) => Encoding.UTF8.GetString(CanonicalJson.Canonicalize(Encoding.UTF8.GetBytes(json)));

    private static CanonicalJsonException Refused(string json, string id)
    {
        var fault = FluentActions.Invoking(() => Canonical(json)).Should().Throw<CanonicalJsonException>().Which;
        fault.Id.Should().Be(id);
        return fault;
    }

    private static string Nested(int levels) => new string('[', levels) + new string(']', levels);
}

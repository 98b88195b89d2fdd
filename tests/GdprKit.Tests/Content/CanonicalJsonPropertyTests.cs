using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;

namespace GdprKit.Content;

public sealed class CanonicalJsonPropertyTests
{
    // Short names over few characters: names that are alike, and every kind of escape, come up often.
    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.String[Gen.Char["aAbé\"\\/\n\u0001\u007f\u20ac\ufb33"], 0, 4],
        Gen.Const("😂"),
        Gen.Const("😃"));

    private static readonly Gen<double> Doubles = Gen.OneOf(
        Gen.Double.Where(double.IsFinite),
        Gen.ULong.Select(BitConverter.UInt64BitsToDouble).Where(double.IsFinite),
        Gen.Int[-1000, 1000].Select(number => number / 8.0));

    private static readonly Gen<JsonNode?> Leaves = Gen.OneOf(
        Gen.Const((JsonNode?)null),
        Gen.Bool.Select(value => (JsonNode?)JsonValue.Create(value)),
        Doubles.Select(value => (JsonNode?)JsonValue.Create(value)),
        Texts.Select(value => (JsonNode?)JsonValue.Create(value)));

    private static readonly Gen<JsonNode?> Values = Gen.Recursive<JsonNode?>((depth, inner) => depth > 3
        ? Leaves
        : Gen.OneOf(
            Leaves,
            inner.Array[0, 4].Select(items => (JsonNode?)new JsonArray([.. items.Select(item => item?.DeepClone())])),
            Gen.Dictionary(Texts, inner)[0, 5].Select(properties => (JsonNode?)new JsonObject(properties.Select(Cloned)))));

    [Fact]
    public void The_canonical_form_of_a_canonical_form_is_itself() => Values.Sample(value =>
    {
        var canonical = CanonicalJson.Canonicalize(Bytes(value));

        CanonicalJson.Canonicalize(canonical).Should().Equal(canonical);
    });

    [Fact]
    public void The_canonical_form_says_the_same_as_the_text() => Values.Sample(value =>
        JsonNode.DeepEquals(JsonNode.Parse(CanonicalJson.Canonicalize(Bytes(value))), JsonNode.Parse(Bytes(value))).Should().BeTrue());

    [Fact]
    public void The_order_of_properties_changes_no_byte() => Gen.Select(Values, Gen.Int).Sample((value, seed) =>
        CanonicalJson.Canonicalize(Bytes(Shuffled(value, new Random(seed)))).Should().Equal(CanonicalJson.Canonicalize(Bytes(value))));

    [Fact]
    public void White_space_changes_no_hash() => Values.Sample(value =>
    {
        var indented = JsonSerializer.SerializeToUtf8Bytes(value, new JsonSerializerOptions { WriteIndented = true });

        CanonicalJson.HashOf(indented).Should().Be(CanonicalJson.HashOf(Bytes(value)));
    });

    [Fact]
    public void An_element_and_its_text_have_the_same_canonical_form() => Values.Sample(value =>
    {
        using var document = JsonDocument.Parse(Bytes(value));

        CanonicalJson.Canonicalize(document.RootElement).Should().Equal(CanonicalJson.Canonicalize(Bytes(value)));
    });

    [Fact]
    public void A_double_reads_back_as_the_same_double() => Doubles.Sample(number =>
    {
        var canonical = Encoding.UTF8.GetString(CanonicalJson.Canonicalize(JsonSerializer.SerializeToUtf8Bytes(number)));

        double.Parse(canonical, CultureInfo.InvariantCulture).Should().Be(number);
    });

    private static byte[] Bytes(JsonNode? value) => JsonSerializer.SerializeToUtf8Bytes(value);

    private static JsonNode? Shuffled(JsonNode? value, Random random) => value switch
    {
        JsonObject properties => new JsonObject(InAnyOrder(properties, random).Select(property => KeyValuePair.Create(property.Key, Shuffled(property.Value, random)))),
        JsonArray items => new JsonArray([.. items.Select(item => Shuffled(item, random))]),
        _ => value?.DeepClone(),
    };

    private static KeyValuePair<string, JsonNode?>[] InAnyOrder(JsonObject properties, Random random)
    {
        KeyValuePair<string, JsonNode?>[] shuffled = [.. properties];
        random.Shuffle(shuffled);
        return shuffled;
    }

    private static KeyValuePair<string, JsonNode?> Cloned(KeyValuePair<string, JsonNode?> property) => new(property.Key, property.Value?.DeepClone());
}

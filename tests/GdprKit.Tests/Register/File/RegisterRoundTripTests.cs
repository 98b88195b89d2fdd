using System.Text.Json.Nodes;
using CsCheck;

namespace GdprKit;

public sealed class RegisterRoundTripTests
{
    [Fact]
    public void What_code_declares_is_read_back_equal_from_its_file()
    {
        var declared = TestRegisters.Shop();

        var read = ProcessingRegister.FromJson(declared.ToJson());

        read.Should().Be(declared);
        read.Hash.Should().Be(declared.Hash);
        read.Warnings.Should().Equal(declared.Warnings);
    }

    [Fact]
    public void Every_register_is_read_back_equal_from_its_file() => RegisterGen.Registers.Sample(
        declared =>
        {
            var read = ProcessingRegister.FromJson(declared.ToJson());

            read.Should().Be(declared);
            read.Declarations.Should().Be(declared.Declarations);
            read.ToCanonicalJson().Should().Equal(declared.ToCanonicalJson());
        },
        iter: 100);

    [Fact]
    public void Registers_are_equal_when_their_canonical_forms_are() => Gen.Select(RegisterGen.Registers, RegisterGen.Registers).Sample(
        (one, other) =>
        {
            one.Equals(other).Should().Be(one.ToCanonicalJson().AsSpan().SequenceEqual(other.ToCanonicalJson()));
            one.Equals(other).Should().Be(one.Hash == other.Hash);
        },
        iter: 100);

    [Fact]
    public void Registers_that_refer_to_two_places_of_one_page_differ()
    {
        var law = "/categories/citizen-number/law/url";
        var one = ProcessingRegister.FromJson(CompleteRegister.With(law, "\"https://law.example.nl/wet#art1\""));
        var other = ProcessingRegister.FromJson(CompleteRegister.With(law, "\"https://law.example.nl/wet#art2\""));

        one.Should().NotBe(other);
        one.Hash.Should().NotBe(other.Hash);
    }

    [Fact]
    public void The_canonical_form_is_a_register_file_too()
    {
        var declared = TestRegisters.Shop();

        ProcessingRegister.FromJson(declared.ToCanonicalJson()).Should().Be(declared);
    }

    [Fact]
    public void The_schema_that_a_file_names_makes_no_difference()
    {
        var register = ProcessingRegister.FromJson(CompleteRegister.Utf8);

        ProcessingRegister.FromJson(CompleteRegister.Without("/$schema")).Should().Be(register);
        ProcessingRegister.FromJson(CompleteRegister.With("/$schema", "\"../elsewhere.json\"")).Hash.Should().Be(register.Hash);
    }

    [Fact]
    public void The_order_of_properties_and_lists_makes_no_difference()
    {
        var register = ProcessingRegister.FromJson(CompleteRegister.Utf8);

        Gen.Int.Sample(
            seed =>
            {
                var permuted = ProcessingRegister.FromJson(CompleteRegister.ToUtf8(Permuted(CompleteRegister.Node(), new Random(seed))!));
                permuted.Should().Be(register);
                permuted.Hash.Should().Be(register.Hash);
            },
            iter: 50);
    }

    [Theory]
    [InlineData("/controller", "timeZone", "\"Europe/Amsterdam\"")]
    [InlineData("/controller", "financialYearEnd", "\"12-31\"")]
    [InlineData("/controller", "jointControllers", "[]")]
    [InlineData("/controller", "supervisoryAuthority", """{ "name": "Autoriteit Persoonsgegevens", "website": "https://www.autoriteitpersoonsgegevens.nl" }""")]
    [InlineData("/controller/contact/address", "country", "\"NL\"")]
    [InlineData("/people/customers", "hasOwnNotice", "false")]
    [InlineData("/categories/name", "sensitivity", "\"ordinary\"")]
    [InlineData("/recipients/tax-authority", "transfers", "[]")]
    [InlineData("/activities/orders", "recipients", "[]")]
    [InlineData("/activities/orders", "sources", "[]")]
    [InlineData("/activities/orders", "marketing", "[]")]
    [InlineData("/activities/orders", "provision", """{ "requirement": "neededForContract" }""")]
    [InlineData("/activities/newsletter", "provision", """{ "requirement": "voluntary" }""")]
    [InlineData("/activities/invoicing", "provision", """{ "requirement": "neededForLegalObligation" }""")]
    [InlineData("/activities/orders/retention/orders", "categories", "[]")]
    [InlineData("/activities/orders/retention/orders", "side", "\"both\"")]
    [InlineData("/activities/orders/retention/orders", "then", "\"delete\"")]
    [InlineData("/activities/orders/retention/orders", "strength", "\"own\"")]
    [InlineData("/activities/orders/retention/orders", "effective", "{}")]
    [InlineData("/activities/orders/retention/orders/after", "anchor", "\"exact\"")]
    [InlineData("", "conflictChoices", "[]")]
    [InlineData("", "ownRecords", "{}")]
    [InlineData("", "ownRecords", """{ "evidence": "P5Y" }""")]
    public void Writing_a_default_out_changes_nothing(string path, string property, string json)
    {
        var register = TestRegisters.Shop();
        var file = JsonNode.Parse(register.ToJson())!;
        file.At(path)!.AsObject().ContainsKey(property).Should().BeFalse();
        file.At(path)![property] = JsonNode.Parse(json);

        var read = ProcessingRegister.FromJson(CompleteRegister.ToUtf8(file));

        read.Should().Be(register);
        read.Hash.Should().Be(register.Hash);
    }

    [Fact]
    public void Writing_an_unused_generation_of_backups_out_changes_nothing()
    {
        var generations = "/backups/offsite/rotation/grandfatherFatherSon";
        var without = CompleteRegister.Without($"{generations}/yearly");
        var zero = CompleteRegister.With($"{generations}/yearly", "0");

        ProcessingRegister.FromJson(zero).Hash.Should().Be(ProcessingRegister.FromJson(without).Hash);
    }

    [Fact]
    public void A_period_that_adds_nothing_may_be_left_out()
    {
        var period = "/activities/fraud/retention/fraud-erase-before/after/period";
        var written = CompleteRegister.With(period, "\"P0D\"");

        ProcessingRegister.FromJson(written).Should().Be(ProcessingRegister.FromJson(CompleteRegister.Utf8));
    }

    private static JsonNode? Permuted(JsonNode? value, Random random)
    {
        switch (value)
        {
            case JsonObject properties:
                var names = properties.Select(property => property.Key).ToArray();
                random.Shuffle(names);
                return new JsonObject(names.Select(name => KeyValuePair.Create(name, Permuted(properties[name], random))));
            case JsonArray list:
                var items = list.Select(item => Permuted(item, random)).ToArray();
                random.Shuffle(items);
                return new JsonArray(items);
            default:
                return value?.DeepClone();
        }
    }
}

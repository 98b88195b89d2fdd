using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;

namespace GdprKit;

public sealed class RegisterJsonTests
{
    [Fact]
    public void A_register_is_written_as_people_read_it()
    {
        Encoding.UTF8.GetString(ProcessingRegister.FromJson(CompleteRegister.Utf8).ToJson()).Should().Be(CompleteRegister.Text);
    }

    [Fact]
    public void The_file_names_its_schema_first_and_declares_in_the_order_in_which_a_person_reads()
    {
        JsonNode.Parse(TestRegisters.Shop().ToJson())!.AsObject().Select(property => property.Key).Should().Equal(
            "$schema", "languages", "controller", "people", "categories", "events", "recipients", "activities", "backups", "security");
    }

    [Fact]
    public void The_file_is_UTF_8_without_a_byte_order_mark_with_line_feeds_and_one_at_its_end()
    {
        var file = TestRegisters.Shop().ToJson();

        file.Should().NotContain((byte)'\r');
        file.Should().StartWith("{\n  \"$schema\": "u8.ToArray()).And.EndWith("}\n"u8.ToArray());
    }

    [Fact]
    public void Characters_are_written_as_themselves()
    {
        var every = "é “jouw” — \"'<>&+ \\ / 📧 漢字";
        var register = TestRegisters.Shop(declare => declare.Security(every, every));

        Encoding.UTF8.GetString(register.ToJson()).Should().Contain("\"nl\": \"é “jouw” — \\\"'<>&+ \\\\ / 📧 漢字\"");
    }

    [Fact]
    public void The_canonical_form_names_no_schema()
    {
        JsonNode.Parse(TestRegisters.Shop().ToCanonicalJson())!.AsObject().Should().NotContainKey("$schema");
    }

    [Fact]
    public void The_hash_is_taken_over_the_canonical_form_of_the_file_without_its_schema()
    {
        var register = TestRegisters.Shop();
        var file = JsonNode.Parse(register.ToJson())!.AsObject();
        file.Remove("$schema");

        Content.CanonicalJson.HashOf(CompleteRegister.ToUtf8(file)).Should().Be(register.Hash);
        Digest.Of(register.ToCanonicalJson()).Should().Be(register.Hash);
    }

    [Fact]
    public void What_equals_its_default_is_left_out()
    {
        var register = TestRegisters.Shop(declare => declare
            .OwnRecords(new OwnRecords { Evidence = Period.FromYears(5) }));
        var file = JsonNode.Parse(register.ToJson())!;

        string[] left =
        [
            "/controller/timeZone", "/controller/financialYearEnd", "/controller/supervisoryAuthority", "/controller/contact/address/country",
            "/controller/jointControllers", "/people/customers/hasOwnNotice", "/categories/name/sensitivity", "/recipients/tax-authority/transfers",
            "/activities/orders/provision", "/activities/orders/recipients", "/activities/orders/sources", "/activities/orders/marketing",
            "/activities/orders/retention/orders/side", "/activities/orders/retention/orders/then", "/activities/orders/retention/orders/strength",
            "/activities/orders/retention/orders/effective", "/activities/orders/retention/orders/categories",
            "/activities/orders/retention/orders/after/anchor", "/activities/orders/retention/orders/after/fallback",
            "/conflictChoices", "/ownRecords",
        ];

        left.Where(path => file.At(path) is not null).Should().BeEmpty();
    }

    [Fact]
    public void Nothing_is_written_as_null_or_as_an_empty_list_or_object()
    {
        JsonNode.Parse(TestRegisters.Shop().ToJson()).All()
            .Where(place => place.Value is null or JsonArray { Count: 0 } or JsonObject { Count: 0 })
            .Select(place => place.Path)
            .Should().BeEmpty();
    }

    [Fact]
    public void The_records_that_GdprKit_adds_itself_are_not_written()
    {
        var register = TestRegisters.Shop();

        register.Activities.Should().Contain(activity => activity.IsOwnRecord);
        Encoding.UTF8.GetString(register.ToJson()).Should().NotContain(KeySyntax.ReservedPrefix);
    }

    [Fact]
    public void An_address_is_written_as_the_address_itself_spells_it()
    {
        var file = CompleteRegister.With("/controller/contact/website", "\"https://WWW.Example.NL\"");

        JsonSerializer.Deserialize<JsonElement>(ProcessingRegister.FromJson(file).ToJson())
            .GetProperty("controller").GetProperty("contact").GetProperty("website").GetString().Should().Be("https://www.example.nl/");
    }
}

using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace GdprKit;

/// <summary>Every name that the reader knows stands in the schema in the same place, and the other way round.</summary>
public sealed partial class RegisterSchemaNamesTests
{
    private static readonly JsonNode Schema = RegisterSchemaPlaces.Schema;

    [Fact]
    public void The_reader_and_the_schema_know_the_same_properties_in_every_place()
    {
        foreach (var (path, _) in CompleteRegister.Node().All().Where(place => place.Value is JsonObject))
        {
            if (RegisterSchemaPlaces.PropertiesAt(path) is { } described)
            {
                KnownToTheReader(path).Should().BeEquivalentTo(described.Select(property => property.Key), "of {0}", path);
            }
        }
    }

    [Fact]
    public void The_complete_register_holds_every_property_that_the_schema_describes()
    {
        var described = Schema.All().Where(place => place.Path.EndsWith("/properties", StringComparison.Ordinal)).Select(place => place.Value!.AsObject()).ToArray();
        var met = CompleteRegister.Node().All().Select(place => RegisterSchemaPlaces.DescriptionAt(place.Path)).ToHashSet();

        described.SelectMany(properties => properties).Where(property => !met.Contains(property.Value!.AsObject()))
            .Select(property => property.Value!.GetPath()).Should().BeEmpty();
    }

    [Fact]
    public void Every_property_has_a_title_and_a_description_for_the_editor()
    {
        var described = Schema.All().Where(place => place.Path.EndsWith("/properties", StringComparison.Ordinal)).SelectMany(place => place.Value!.AsObject());

        described.Where(property => !Says(property.Value!, "description") || (property.Key != "type" && !Says(property.Value!, "title")))
            .Select(property => property.Value!.GetPath()).Should().BeEmpty();
    }

    [Fact]
    public void The_examples_of_vocabulary_terms_are_terms()
    {
        var examples = Schema.All().Where(place => (place.Value as JsonObject)?["$ref"]?.GetValue<string>() == "#/$defs/vocabularyTerm").SelectMany(place => place.Value!["examples"]!.AsArray()).ToArray();

        examples.Should().NotBeEmpty();
        examples.Where(example => !DpvTerm.TryParse(example!.GetValue<string>(), out _)).Should().BeEmpty();
    }

    [Fact]
    public void The_schema_holds_the_syntax_of_keys_that_code_holds()
    {
        Schema["$defs"]!["key"]!["pattern"]!.GetValue<string>().Should().Be(KeySyntax.Pattern);
        Schema["$defs"]!["key"]!["maxLength"]!.GetValue<int>().Should().Be(KeySyntax.MaximumLength);
        Schema["$defs"]!["ownKey"]!["not"]!["pattern"]!.GetValue<string>().Should().Be($"^{KeySyntax.ReservedPrefix}");
    }

    [Fact]
    public void The_defaults_of_the_schema_are_those_of_the_declarations()
    {
        Schema["$defs"]!["controller"]!["properties"]!["timeZone"]!["default"]!.GetValue<string>().Should().Be(DataController.DefaultTimeZone.Id);
        Schema["$defs"]!["ownRecords"]!["properties"]!["evidence"]!["default"]!.GetValue<string>().Should().Be(OwnRecords.DefaultEvidence.ToString());
    }

    /// <summary>What the reader lists when it meets a property that it does not know.</summary>
    private static IEnumerable<string> KnownToTheReader(string path)
    {
        var faults = RegisterFaultsOf.Json(CompleteRegister.With($"{path}/quite-unknown", "5"));
        var unknown = faults.Single(fault => fault.Path == $"{path}/quite-unknown" && fault.Id == RegisterFileMessages.UnknownProperty);
        return Quoted().Matches(unknown.Remedy).Select(name => name.Groups[1].Value);
    }

    private static bool Says(JsonNode place, string keyword) =>
        place[keyword] is not null || (place["$ref"]?.GetValue<string>() is { } reference && Says(Schema.At(reference[1..])!, keyword));

    [GeneratedRegex("'([^']+)'")]
    private static partial Regex Quoted();
}

using System.Text.Json;
using System.Text.Json.Nodes;

namespace GdprKit;

public sealed class ChangeRulesTests
{
    private static readonly (string Path, JsonNode? Value)[] Parts =
        [.. JsonNode.Parse(ChangeExamples.Base).All().Where(part => part.Path.Length > 0 && part.Path != "/$schema")];

    [Fact]
    public void Every_part_of_a_register_file_has_a_rule() =>
        Parts.Where(part => part.Value is JsonValue).Select(part => part.Path).Where(path => !HasRule(path)).Should().BeEmpty();

    [Fact]
    public void Every_rule_is_about_a_part_that_a_register_file_can_have()
    {
        var paths = Parts.Select(part => part.Path).ToArray();

        ChangeRules.Table.Where(rule => !paths.Any(path => IsAbout(rule, path))).Select(rule => rule.Pattern).Should().BeEmpty();
    }

    [Fact]
    public void No_two_rules_are_about_the_same_part() => ChangeRules.Table.Select(rule => rule.Pattern).Should().OnlyHaveUniqueItems();

    [Fact]
    public void No_rule_leaves_anything_unsaid() =>
        ChangeRules.Table.Where(rule => rule.Element is RegisterElement.Unspecified
            || rule.Added is ChangeSignificance.Unspecified
            || rule.Removed is ChangeSignificance.Unspecified
            || rule.Replaced is ChangeSignificance.Unspecified).Should().BeEmpty();

    [Theory]
    [InlineData("/activities/orders/newThing", "Added", "Een ander deel van het register van ‘Bestellingen’ is toegevoegd: [1,2].")]
    [InlineData("/newThing", "Added", "Een ander deel van het register is toegevoegd: [1,2].")]
    public void What_has_no_rule_is_told_and_material(string path, string kind, string dutch)
    {
        var register = ProcessingRegister.FromJson(ChangeExamples.Base);
        var file = JsonNode.Parse(register.ToCanonicalJson())!;
        var end = path.LastIndexOf('/');
        file.At(path[..end])![path[(end + 1)..]] = new JsonArray(1, 2);
        var before = RegisterPart.All(register);
        var after = before with { Json = JsonSerializer.SerializeToElement(file) };

        var change = RegisterComparison.Of(before, after, new RegisterDiffOptions()).Should().ContainSingle().Subject;

        change.Should().BeEquivalentTo(new { Path = path, Element = RegisterElement.Unspecified, Significance = ChangeSignificance.Material });
        change.GetType().Name.Should().Be(kind);
        change.In(Language.Dutch).Should().Be(dutch);
    }

    [Fact]
    public void What_has_no_rule_within_a_part_that_is_told_as_one_changes_that_part()
    {
        var register = ProcessingRegister.FromJson(ChangeExamples.Base);
        var file = JsonNode.Parse(register.ToCanonicalJson())!;
        file.At("/activities/orders/basis")!["newThing"] = true;
        var before = RegisterPart.All(register);
        var after = before with { Json = JsonSerializer.SerializeToElement(file) };

        RegisterComparison.Of(before, after, new RegisterDiffOptions()).Should().ContainSingle()
            .Which.Should().BeEquivalentTo(new { Element = RegisterElement.LawfulBasis, Significance = ChangeSignificance.Material });
    }

    private static bool HasRule(string path)
    {
        var place = ChangeRuleTree.Root;
        var isPartOfWhole = false;
        foreach (var segment in path.Split('/').Skip(1))
        {
            // What an item is known by cannot change: another name is another item.
            if (place.Property(segment) is not { } part)
            {
                return isPartOfWhole || place.Rule?.Identity.Contains(segment) is true;
            }

            place = part;
            isPartOfWhole |= place.Rule?.Replaced is not null;
        }

        return isPartOfWhole || place.Rule is not null;
    }

    private static bool IsAbout(ChangeRule rule, string path)
    {
        var (pattern, segments) = (rule.Pattern.Split('/'), path.Split('/'));
        return pattern.Length == segments.Length && pattern.Zip(segments).All(pair => pair.First == "*" || pair.First == pair.Second);
    }
}

using System.Text.RegularExpressions;

namespace GdprKit.Architecture;

/// <summary>
/// An id stands in one string literal of all packages, alone: a constant in <c>…Messages.cs</c> that messages are composed
/// with, or the argument beside its fault and remedy in <c>…Faults.cs</c>. Who searches for an id finds that one place.
/// </summary>
public sealed partial class MessageTests
{
    private const string Page = "src/GdprKit/MESSAGES.md";

    private static readonly (string Id, SourceFile File, string Literal)[] Definitions =
    [
        .. from file in SourceFile.All
           from literal in file.StringLiterals()
           from Match match in Id().Matches(literal)
           select (match.Value, file, literal),
    ];

    private static readonly string[] Listed = [.. Row().Matches(Repository.ReadText(Page)).Select(match => match.Groups["id"].Value)];

    [Fact]
    public void An_id_is_written_in_one_string_literal_only()
    {
        Definitions.GroupBy(definition => definition.Id).Where(group => group.Count() > 1)
            .Select(group => $"{group.Key}: {string.Join(", ", group.Select(definition => definition.File))}")
            .ShouldBeNone();
    }

    [Fact]
    public void An_id_is_a_literal_of_its_own_in_the_messages_or_the_faults_of_its_room()
    {
        Definitions.Where(definition => definition.Literal != definition.Id || !Defines().IsMatch(definition.File.Name))
            .Select(definition => $"{definition.File}: {definition.Literal}")
            .ShouldBeNone();
    }

    [Fact]
    public void Every_id_stands_on_the_page_once_and_the_page_lists_no_other()
    {
        Listed.Should().OnlyHaveUniqueItems();
        Listed.Should().BeEquivalentTo(Definitions.Select(definition => definition.Id).Distinct());
    }

    [Fact]
    public void The_page_is_in_the_order_of_the_ids()
    {
        Listed.Should().BeInAscendingOrder(StringComparer.Ordinal);
    }

    [Fact]
    public void No_documentation_mentions_an_id_that_does_not_exist()
    {
        var unknown = from file in Repository.Files
                      where file.StartsWith("src/", StringComparison.Ordinal) && Path.GetExtension(file) is ".cs" or ".md" or ".json"
                      from Match match in Id().Matches(Repository.ReadText(file))
                      where !Listed.Contains(match.Value)
                      select $"{file}: {match.Value}";

        unknown.ShouldBeNone();
    }

    [GeneratedRegex("GDPR[0-9]{4}")]
    private static partial Regex Id();

    [GeneratedRegex("(Messages|Faults)$")]
    private static partial Regex Defines();

    /// <summary>A row of a table whose first cell is an id.</summary>
    [GeneratedRegex(@"^\|\s*`?(?<id>GDPR[0-9]{4})`?\s*\|", RegexOptions.Multiline)]
    private static partial Regex Row();
}

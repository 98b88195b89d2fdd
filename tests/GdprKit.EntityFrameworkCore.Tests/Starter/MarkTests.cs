using System.Text.RegularExpressions;

namespace GdprKit.EntityFrameworkCore.Starter;

/// <summary>Nothing is proposed as if it were known.</summary>
public sealed partial class MarkTests
{
    [Fact]
    public void Every_call_of_a_map_is_marked()
    {
        var unmarked = from code in All
                       from file in code.Proposal.Files
                       where file.Text.Contains(": IPersonalDataMap<", StringComparison.Ordinal)
                       from call in Unmarked(file, Call())
                       select call;

        unmarked.Should().BeEmpty();
    }

    [Fact]
    public void Every_kind_of_people_recipient_activity_and_period_is_marked()
    {
        var unmarked = from code in All
                       from file in code.Proposal.Files
                       where file.Name.EndsWith("Register.cs", StringComparison.Ordinal)
                       from call in Unmarked(file, Declaration())
                       select call;

        unmarked.Should().BeEmpty();
    }

    [Fact]
    public void Every_placeholder_is_marked()
    {
        var unmarked = from code in All
                       from file in code.Proposal.Files
                       from line in file.Text.Split('\n').Select((text, index) => (Text: text, Number: index + 1))
                       where line.Text.Contains("\"(", StringComparison.Ordinal) || line.Text.Contains("example.org", StringComparison.Ordinal)
                       where !code.Proposal.Marks.Any(mark => mark.File == file.Name && mark.Line == line.Number - 1 && mark.Kind is ProposalMarkKind.FillIn)
                       select $"{file.Name}: {line.Text}";

        unmarked.Should().BeEmpty();
    }

    [Fact]
    public void A_mark_tells_where_it_stands()
    {
        var code = All.First();

        code.Proposal.Marks.Should().OnlyContain(mark => code[mark.File].Split('\n', StringSplitOptions.None)[mark.Line - 1].EndsWith(mark.Text));
        code.Proposal.Marks[0].ToString().Should().Be("ChinookRegister.cs(14): a row of Customer is a customer, by the name of the class and by 'address', 'email', 'firstname', 'lastname' and more.");
        code.Proposal.ToString().Should().Contain("places to fill in:").And.Contain("// EmployeeMap.cs(");
    }

    private static IEnumerable<ProposedCode> All =>
    [
        ProposedCode.Of<Chinook.ChinookContext>(),
        ProposedCode.Of<Northwind.NorthwindContext>(),
        ProposedCode.Of<Sakila.SakilaContext>(),
        ProposedCode.Of<Odd.OddContext>(),
        ProposedCode.Of<Winkel.WinkelContext>(),
        ProposedCode.Of<ShopWithLogins.ShopWithLoginsContext>(),
        ProposedCode.Of<Club.ClubContext>(),
    ];

    private static IEnumerable<string> Unmarked(ProposedFile file, Regex line)
    {
        var lines = file.Text.Split('\n');
        return from i in Enumerable.Range(1, lines.Length - 1)
               where line.IsMatch(lines[i]) && !lines[i - 1].TrimStart().StartsWith("// GUESS: ", StringComparison.Ordinal) && !lines[i - 1].TrimStart().StartsWith("// FILL IN: ", StringComparison.Ordinal)
               select $"{file.Name}: {lines[i].Trim()}";
    }

    [GeneratedRegex(@"^ {8}\.")]
    private static partial Regex Call();

    [GeneratedRegex(@"^ {8}\.(People|Recipient|Backup|Security|Keep|Country|Contact)\(|^    private static void \w+\(ProcessingActivityBuilder")]
    private static partial Regex Declaration();
}

using System.Text;

namespace GdprKit;

/// <summary>
/// Every example of a change with its case, its significance and its sentences, as approved in <c>Changes.approved.txt</c>. A new
/// text is accepted by running this test once with the environment variable <c>GDPRKIT_APPROVE=1</c>.
/// </summary>
public sealed class ApprovedChangesTests
{
    [Fact]
    public void Every_change_is_told_as_it_was_approved()
    {
        var told = new StringBuilder();
        foreach (var (what, diff) in ChangeExamples.All)
        {
            told.Append(System.Globalization.CultureInfo.InvariantCulture, $"# {what}\n");
            foreach (var change in diff.Changes)
            {
                told.Append(System.Globalization.CultureInfo.InvariantCulture, $"{change.GetType().Name} {change.Element}, {change.Significance}, {change.Path}\n");
                told.Append(System.Globalization.CultureInfo.InvariantCulture, $"  {change.In(Language.Dutch)}\n  {change.In(Language.English)}\n");
            }

            told.Append('\n');
        }

        told.ToString().ShouldBeApproved("Register/Changes/Changes.approved.txt");
    }

    [Fact]
    public void There_is_an_example_of_every_part_that_can_change() =>
        ChangeExamples.All.SelectMany(example => example.Diff.Changes).Select(change => change.Element).Distinct()
            .Should().BeEquivalentTo(Enum.GetValues<RegisterElement>().Except([RegisterElement.Unspecified]));
}

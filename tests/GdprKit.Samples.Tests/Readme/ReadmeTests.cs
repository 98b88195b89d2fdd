using System.Text.RegularExpressions;
using GdprKit.Samples.Application;

namespace GdprKit.Samples.Readme;

/// <summary>What the first page of the repository promises to whoever comes to look.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string Text = File.ReadAllText(Repository.FullPath("README.md"));

    [Fact]
    public void Two_commands_are_all_that_it_takes()
    {
        var commands = CodeBlock().Matches(Text)
            .SelectMany(block => block.Groups["content"].Value.Split('\n'))
            .Select(line => line.Split('#')[0].Trim())
            .Where(line => line.StartsWith("dotnet ", StringComparison.Ordinal) && !line.StartsWith("dotnet add ", StringComparison.Ordinal));

        commands.Should().Equal("dotnet run --project samples/GdprKit.Samples.Crm", "dotnet test");
    }

    [Fact]
    public void What_the_commands_name_is_there()
    {
        File.Exists(Repository.FullPath("samples", "GdprKit.Samples.Crm", "GdprKit.Samples.Crm.csproj")).Should().BeTrue();
        Directory.GetFiles(Repository.Root, "*.sln").Should().ContainSingle("dotnet test takes the one solution of the folder");
    }

    [Fact]
    public void Every_link_into_the_repository_leads_somewhere()
    {
        var targets = Link().Matches(Text).Select(link => link.Groups["target"].Value).Where(target => !target.Contains(':', StringComparison.Ordinal));

        targets.Should().NotBeEmpty();
        targets.Where(target => !Path.Exists(Repository.FullPath(target))).Should().BeEmpty();
    }

    [Fact]
    public void It_shows_a_picture_of_the_sample_that_loads_at_once()
    {
        Image().Matches(Text).Select(image => image.Groups["target"].Value).Should().Equal(Picture.CommittedPath);
        Image().Matches(Text).Select(image => image.Groups["alternative"].Value).Should().NotContain("");

        var picture = File.ReadAllBytes(Repository.FullPath(Picture.CommittedPath));
        Picture.SizeOf(picture).Should().Be((Picture.Width, Picture.Height));
        picture.Length.Should().BeLessThan(Picture.MaximumBytes);
    }

    [GeneratedRegex("^```sh\n(?<content>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"(?<!!)\[[^\]]*\]\((?<target>[^)]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"!\[(?<alternative>[^\]]*)\]\((?<target>[^)]+)\)")]
    private static partial Regex Image();
}

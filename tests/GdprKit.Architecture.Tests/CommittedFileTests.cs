using System.Text.RegularExpressions;

namespace GdprKit.Architecture;

/// <summary>The patterns are written so that this file does not match them itself.</summary>
public sealed partial class CommittedFileTests
{
    private static readonly string[] Texts =
    [
        .. Repository.Files.Where(file => !File.ReadAllBytes(Repository.FullPath(file)).AsSpan().Contains((byte)0)),
    ];

    [Fact]
    public void Nothing_is_left_unfinished()
    {
        Lines(Unfinished()).ShouldBeNone();
    }

    [Fact]
    public void Nothing_names_a_place_on_somebody_s_machine()
    {
        Lines(MachinePath()).ShouldBeNone();
    }

    [Fact]
    public void Nothing_names_the_host_of_a_package_registry()
    {
        Lines(RegistryHost()).ShouldBeNone();
    }

    [Fact]
    public void No_test_is_switched_off()
    {
        Lines(SwitchedOff()).ShouldBeNone();
    }

    [Fact]
    public void The_root_holds_what_was_agreed_and_nothing_else()
    {
        Repository.Files.Select(file => file.Split('/')[0]).Distinct().Where(entry => !entry.StartsWith('.'))
            .Should().BeSubsetOf(["src", "tests", "samples", "Directory.Build.props", "GdprKit.sln", "LICENSE", "README.md"]);
    }

    private static IEnumerable<string> Lines(Regex pattern) =>
        from file in Texts
        from line in File.ReadLines(Repository.FullPath(file)).Select((text, index) => (Text: text, Number: index + 1))
        where pattern.IsMatch(line.Text)
        select $"{file}:{line.Number}: {line.Text.Trim()}";

    [GeneratedRegex(@"\b(TO[D]O|FIX[M]E|HAC[K]|NotImplemented[E]xception)\b")]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"(?<![\w.:/}])/(work|farm|home|root|Users|mnt)/|\b[A-Z]:\\\\?Users\b")]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"\b(nuget|npmjs|yarnpkg|pypi|deb\.debian)\.(org|com)\b")]
    private static partial Regex RegistryHost();

    [GeneratedRegex(@"\b(Fact|Theory|InlineData|MemberData)\(.*\bSkip\s*=|Assert\.Skip")]
    private static partial Regex SwitchedOff();
}

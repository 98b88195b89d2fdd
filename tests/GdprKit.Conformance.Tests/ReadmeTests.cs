namespace GdprKit.Conformance;

/// <summary>The example of the README is a file of this project: it compiles, and its store passes every suite.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public void The_example_of_the_readme_is_the_one_that_is_tested() =>
        Read("README.md").Should().Contain($"```csharp\n{Read("ReadmeExample.cs").TrimEnd()}\n```");

    private static string Read(string name)
    {
        using var text = new StreamReader(typeof(ReadmeTests).Assembly.GetManifestResourceStream(name)!);
        return text.ReadToEnd();
    }
}

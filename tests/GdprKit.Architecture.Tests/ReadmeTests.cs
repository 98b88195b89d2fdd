using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GdprKit.Architecture;

/// <summary>What a README shows is what a reader types: every C# example in it is a whole program that compiles.</summary>
public sealed partial class ReadmeTests
{
    // What a new web project has without being asked: ImplicitUsings of Microsoft.NET.Sdk.Web.
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Net.Http.Json;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.AspNetCore.Hosting;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.AspNetCore.Routing;
        global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.Extensions.Hosting;
        global using Microsoft.Extensions.Logging;
        global using Xunit;
        """;

    public static TheoryData<string> Readmes => ["README.md", .. Repository.Packages.Select(package => $"src/{package}/README.md")];

    [Theory]
    [MemberData(nameof(Readmes))]
    public void Every_example_compiles(string readme)
    {
        var examples = Example().Matches(Repository.ReadText(readme)).Select(match => match.Groups["code"].Value).ToList();

        examples.Should().NotBeEmpty();
        examples.SelectMany(Problems).ShouldBeNone();
    }

    [Fact]
    public void The_wiring_in_the_main_readme_takes_less_than_30_lines() =>
        Example().Match(Repository.ReadText("README.md")).Groups["code"].Value.Split('\n').Should().HaveCountLessThan(30);

    [Fact]
    public void The_main_readme_promises_the_two_commands() =>
        Repository.ReadText("README.md").Should().Contain("\ndotnet run --project samples/GdprKit.Samples.Crm").And.Contain("\ndotnet test");

    [Fact]
    public void Every_file_that_a_readme_links_to_exists()
    {
        foreach (var readme in Repository.Files.Where(file => file.EndsWith("README.md", StringComparison.Ordinal)))
        {
            var folder = Path.GetDirectoryName(Repository.FullPath(readme))!;
            Link().Matches(Repository.ReadText(readme)).Select(match => match.Groups["path"].Value)
                .Where(path => !path.Contains(':', StringComparison.Ordinal) && !path.StartsWith('#') && !Path.Exists(Path.Combine(folder, path)))
                .ShouldBeNone();
        }
    }

    private static IEnumerable<string> Problems(string program)
    {
        var tree = CSharpSyntaxTree.ParseText(program);
        // An example without statements of its own is tests, which the framework of tests starts.
        var kind = tree.GetCompilationUnitRoot().Members.OfType<GlobalStatementSyntax>().Any() ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;
        var compilation = CSharpCompilation.Create(
            "Example",
            [CSharpSyntaxTree.ParseText(ImplicitUsings), tree],
            ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable));
        return compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Select(diagnostic => diagnostic.ToString());
    }

    [GeneratedRegex("```csharp\n(?<code>.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex(@"\]\((?<path>[^)\s#]+)")]
    private static partial Regex Link();
}

using System.Xml.Linq;
using Mono.Cecil;

namespace GdprKit.Architecture;

public sealed class PackageTests
{
    private const string Core = "GdprKit";

    private static readonly string[] Adapters = [.. Repository.Packages.Where(package => package != Core)];

    public static TheoryData<string> Packages => [.. Repository.Packages];

    [Fact]
    public void The_core_depends_on_four_small_packages_and_nothing_else()
    {
        var project = Project(Core);

        References(project, "PackageReference").Should().BeEquivalentTo(
            "Microsoft.Extensions.DependencyInjection.Abstractions",
            "Microsoft.Extensions.Logging.Abstractions",
            "Microsoft.Extensions.Options",
            "NodaTime");
        References(project, "ProjectReference").Should().BeEmpty();
        References(project, "FrameworkReference").Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void A_package_refers_to_the_core_and_to_no_other_package(string package)
    {
        References(Project(package), "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path)).Should().BeSubsetOf([Core]);

        using var module = ModuleDefinition.ReadModule(Repository.AssemblyPath(package));
        module.AssemblyReferences.Select(reference => reference.Name).Should().NotContain(name => Adapters.Contains(name));
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void A_package_depends_on_nothing_that_only_tests_or_samples_use(string package)
    {
        var shippable = VersionsOf("Packages");
        References(Project(package), "PackageReference").Should().BeSubsetOf(shippable);
    }

    [Fact]
    public void What_every_package_gets_stays_in_the_build()
    {
        var shared = XDocument.Load(Repository.FullPath("src/Directory.Build.props"));
        References(shared, "PackageReference").Should().BeSubsetOf(VersionsOf("Build"));
        shared.Descendants("PackageReference").Should().OnlyContain(reference => (string?)reference.Attribute("PrivateAssets") == "all");
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void A_package_has_a_description_and_a_readme_with_an_example(string package)
    {
        Project(package).Descendants("Description").Should().ContainSingle().Which.Value.Should().NotBeNullOrWhiteSpace();

        var readme = Repository.ReadText($"src/{package}/README.md");
        readme.Should().StartWith($"# {package}\n").And.Contain($"dotnet add package {package}").And.Contain("```csharp");
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = Repository.ReadText("GdprKit.sln").Replace('\\', '/');
        Repository.Files.Where(file => file.EndsWith(".csproj", StringComparison.Ordinal) && !solution.Contains($"\"{file}\"", StringComparison.Ordinal))
            .ShouldBeNone();
    }

    private static XDocument Project(string package) => XDocument.Load(Repository.FullPath($"src/{package}/{package}.csproj"));

    private static IEnumerable<string> References(XDocument project, string kind) =>
        project.Descendants(kind).Select(reference => (string?)reference.Attribute("Include")).OfType<string>();

    private static IEnumerable<string> VersionsOf(string label) =>
        XDocument.Load(Repository.FullPath("src/Directory.Packages.props")).Descendants("ItemGroup")
            .Single(group => (string?)group.Attribute("Label") == label)
            .Elements("PackageVersion").Select(version => (string?)version.Attribute("Include")).OfType<string>();
}

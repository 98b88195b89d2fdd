using System.Reflection;
using PublicApiGenerator;

namespace GdprKit.Architecture;

/// <summary>
/// The public surface of every package, as approved in <c>PublicApi/</c>. A change is accepted by running these tests
/// once with the environment variable <c>GDPRKIT_APPROVE=1</c>, which rewrites the approved text for review.
/// </summary>
public sealed class PublicApiTests
{
    private const string Approve = "GDPRKIT_APPROVE";

    // What the compiler makes of a method, and where a test stands and with which data, is no surface.
    private static readonly string[] Incidental =
    [
        "System.Runtime.CompilerServices.AsyncIteratorStateMachineAttribute",
        "Xunit.FactAttribute",
        "Xunit.InlineDataAttribute",
        "Xunit.TheoryAttribute",
    ];

    private static readonly string Folder = Repository.FullPath("tests/GdprKit.Architecture.Tests/PublicApi");

    public static TheoryData<string> Packages => [.. Repository.Packages];

    [Theory]
    [MemberData(nameof(Packages))]
    public void The_public_surface_is_the_approved_one(string package)
    {
        var approved = Path.Combine(Folder, $"{package}.approved.txt");
        var surface = Surface(Assembly.LoadFrom(Repository.AssemblyPath(package)));

        if (Environment.GetEnvironmentVariable(Approve) == "1")
        {
            Directory.CreateDirectory(Folder);
            File.WriteAllText(approved, surface);
        }

        var expected = File.Exists(approved) ? File.ReadAllText(approved) : "";
        surface.Should().Be(expected, "the surface was approved; set {0}=1 to accept a change and commit the rewritten text", Approve);
    }

    [Fact]
    public void Every_approved_surface_belongs_to_a_package()
    {
        var approved = Directory.Exists(Folder) ? Directory.GetFiles(Folder).Select(file => Path.GetFileName(file)) : [];
        approved.Except(Repository.Packages.Select(package => $"{package}.approved.txt")).ShouldBeNone();
    }

    private static string Surface(Assembly assembly)
    {
        var options = new ApiGeneratorOptions { IncludeAssemblyAttributes = false, DenyNamespacePrefixes = [], ExcludeAttributes = Incidental };
        return assembly.GeneratePublicApi(options).ReplaceLineEndings("\n").TrimEnd() + "\n";
    }
}

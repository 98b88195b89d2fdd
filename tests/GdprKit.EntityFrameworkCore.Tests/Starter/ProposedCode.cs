using System.Reflection;
using System.Runtime.CompilerServices;
using GdprKit.Mapping;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.EntityFrameworkCore;

[assembly: InternalsVisibleTo("GdprKit.EntityFrameworkCore.Tests.Proposed")]

namespace GdprKit.EntityFrameworkCore.Starter;

/// <summary>A proposal as a host would have it: compiled, loaded, its register made and its maps resolved on the model.</summary>
internal sealed class ProposedCode
{
    private static readonly MetadataReference[] References =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path))];

    private ProposedCode(GdprProposal proposal, StoreDescription store)
    {
        Proposal = proposal;
        var compilation = Compile(proposal);
        Problems = [.. compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Select(diagnostic => diagnostic.ToString())];
        Problems.Should().BeEmpty("the proposal compiles:\n{0}", proposal);
        using var image = new MemoryStream();
        compilation.Emit(image);
        var types = Assembly.Load(image.ToArray()).GetTypes();
        Register = (ProcessingRegister)types.Single(type => type.Name.EndsWith("Register", StringComparison.Ordinal)).GetMethod("Create")!.Invoke(null, null)!;
        Maps = [.. types.Where(type => type.IsAssignableTo(typeof(IPersonalDataMap))).Select(type => (IPersonalDataMap)Activator.CreateInstance(type, nonPublic: true)!)];
        Map = PersonalDataMap.Create(Register, Maps, [store]);
    }

    public GdprProposal Proposal { get; }

    /// <summary>What the compiler says of the files; warnings are problems too.</summary>
    public IReadOnlyList<string> Problems { get; }

    public ProcessingRegister Register { get; }

    public IReadOnlyList<IPersonalDataMap> Maps { get; }

    /// <summary>The maps, resolved; a fault would have been thrown.</summary>
    public PersonalDataMap Map { get; }

    public IEnumerable<CoverageFinding> Uncovered => CoverageReport.Of(Map).Findings;

    /// <summary>What would not go in time, by the entity and the id of the warning.</summary>
    public IEnumerable<string> Kept => DisposalPlan.Create(Map).Warnings.Select(warning => $"{warning.Place.Split('.')[0]} {warning.Id}").Distinct();

    public IEnumerable<string> FillIns => Proposal.Marks.Where(mark => mark.Kind is ProposalMarkKind.FillIn).Select(mark => mark.Text);

    public IEnumerable<string> People => Register.People.Select(people => people.Key.ToString());

    /// <summary>The activities, without GdprKit's own records.</summary>
    public IEnumerable<string> Activities => Register.Activities.Where(activity => !activity.IsOwnRecord).Select(activity => activity.Key.ToString());

    public string this[string file] => Proposal.Files.Single(each => each.Name == file).Text;

    public static ProposedCode Of<TContext>()
        where TContext : DbContext => Compiled<TContext>.Code.Value;

    public static ProposedCode Of<TContext>(TContext context, GdprProposalOptions? options = null)
        where TContext : DbContext => new(GdprStarter.Propose(context, options), ModelDescription.Of(context.Model, typeof(TContext).Name));

    /// <summary>A context over a database that is never opened.</summary>
    public static TContext Context<TContext>()
        where TContext : DbContext => (TContext)Activator.CreateInstance(typeof(TContext), new DbContextOptionsBuilder<TContext>().UseSqlite("Data Source=:memory:").Options)!;

    // Without implicit usings, because not every host has them.
    private static CSharpCompilation Compile(GdprProposal proposal) => CSharpCompilation.Create(
        "GdprKit.EntityFrameworkCore.Tests.Proposed",
        proposal.Files.Select(file => CSharpSyntaxTree.ParseText(file.Text, path: file.Name)),
        References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>Every proposal is compiled once.</summary>
    private static class Compiled<TContext>
        where TContext : DbContext
    {
        public static readonly Lazy<ProposedCode> Code = new(() =>
        {
            using var context = Context<TContext>();
            return Of(context);
        });
    }
}

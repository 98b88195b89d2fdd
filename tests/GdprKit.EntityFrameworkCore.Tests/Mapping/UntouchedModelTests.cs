using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.Loader;
using System.Text.RegularExpressions;
using GdprKit.EntityFrameworkCore.Club;
using GdprKit.Mapping;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.EntityFrameworkCore.Scaffolding;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit.EntityFrameworkCore.Mapping;

/// <summary>GdprKit reads the model of the host and leaves no trace in it, nor in what is made of it.</summary>
public sealed partial class UntouchedModelTests
{
    [Fact]
    public void The_model_and_its_migration_are_the_same_after_the_maps_were_resolved()
    {
        using var without = Context();
        using var with = Context();
        Resolve(with);

        Written(with.GetService<IDesignTimeModel>().Model).Should().Be(Written(without.GetService<IDesignTimeModel>().Model));
        Migration(with).Should().Be(Migration(without));
    }

    [Fact]
    public void The_compiled_model_is_the_same_and_the_maps_are_resolved_on_it_alike()
    {
        using var without = Context();
        using var with = Context();
        var map = Resolve(with);
        var code = Compiled(with);

        code.Should().Equal(Compiled(without));

        using var compiled = Context(Load(code.Values));
        Resolve(compiled).Description.Should().Be(map.Description);
    }

    private static string Written(IModel model) => model.ToDebugString(MetadataDebugStringOptions.LongDefault);

    private static string Migration(DbContext context)
    {
        var migration = DesignServices(context).GetRequiredService<IMigrationsScaffolder>().ScaffoldMigration("Start", "Host");
        return migration.MigrationCode + migration.SnapshotCode;
    }

    private static Dictionary<string, string> Compiled(DbContext context) => DesignServices(context)
        .GetRequiredService<ICompiledModelCodeGeneratorSelector>()
        .Select(Options(context))
        .GenerateModel(context.GetService<IDesignTimeModel>().Model, Options(context))
        .ToDictionary(file => file.Path, file => NewIdentifier().Replace(file.Code, "modelId: default"));

    // Every time a model is compiled it gets another one.
    [GeneratedRegex("modelId: new Guid\\(\"[^\"]*\"\\)")]
    private static partial Regex NewIdentifier();

    private static CompiledModelCodeGenerationOptions Options(DbContext context) => new()
    {
        ContextType = context.GetType(),
        ModelNamespace = "Host.Compiled",
        Language = "C#",
        UseNullableReferenceTypes = true,
    };

    private static ServiceProvider DesignServices(DbContext context)
    {
        var services = new ServiceCollection().AddEntityFrameworkDesignTimeServices().AddDbContextDesignTimeServices(context);
#pragma warning disable EF1001 // What the command-line tools add for SQLite has no public way in.
        new Microsoft.EntityFrameworkCore.Sqlite.Design.Internal.SqliteDesignTimeServices().ConfigureDesignTimeServices(services);
#pragma warning restore EF1001
        return services.BuildServiceProvider();
    }

    private static IModel Load(IEnumerable<string> code)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(file => MetadataReference.CreateFromFile(file));
        var compilation = CSharpCompilation.Create(
            "Host.Compiled", code.Select(text => CSharpSyntaxTree.ParseText(text)), references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var assembly = new MemoryStream();
        compilation.Emit(assembly).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Should().BeEmpty();
        assembly.Position = 0;
        var model = new AssemblyLoadContext("Host.Compiled").LoadFromStream(assembly).GetTypes().Single(type => type.IsSubclassOf(typeof(RuntimeModel)));
        return (IModel)model.GetProperty("Instance", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;
    }

    private static StoreMap Resolve(DbContext context) =>
        PersonalDataMap.Create(TestRegisters.Shop(), ClubDatabase.Maps, [ModelDescription.Of(context.Model, "Club")]).Stores.Single();

    private static CompilableClubContext Context(IModel? model = null)
    {
        var options = new DbContextOptionsBuilder<CompilableClubContext>().UseSqlite(new SqliteConnection("Data Source=:memory:"));
        return new CompilableClubContext((model is null ? options : options.UseModel(model)).EnableServiceProviderCaching(false).Options);
    }

    /// <summary>A model with a query filter or an inline conversion cannot be compiled by Entity Framework Core.</summary>
    public sealed class CompilableClubContext(DbContextOptions options) : ClubContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            base.OnModelCreating(modelBuilder);
            modelBuilder.Entity<Party>().HasQueryFilter((LambdaExpression?)null).Property(p => p.Email).HasConversion<MailAddressConverter>();
        }
    }

    public sealed class MailAddressConverter() : ValueConverter<MailAddressText, string>(email => email.Value, text => new MailAddressText(text));
}

using Microsoft.EntityFrameworkCore;
using Sakila;

namespace GdprKit.EntityFrameworkCore.Starter;

public sealed class GdprStarterTests
{
    [Fact]
    public void The_same_model_gives_the_same_proposal()
    {
        using var one = ProposedCode.Context<SakilaContext>();
        using var other = ProposedCode.Context<SakilaContext>();

        GdprStarter.Propose(one).Files.Should().Equal(GdprStarter.Propose(other).Files);
    }

    [Fact]
    public void Classes_are_named_after_the_context_beside_it()
    {
        GdprStarter.Propose(ProposedCode.Context<SakilaContext>()).Files.Select(file => file.Name).Should().Equal(
            "ActorMap.cs", "AddressMap.cs", "CustomerListMap.cs", "CustomerMap.cs", "FilmActorMap.cs", "PaymentMap.cs", "RentalMap.cs",
            "SakilaGdpr.cs", "SakilaKeys.cs", "SakilaRegister.cs", "StaffMap.cs", "StoreMap.cs");
    }

    [Fact]
    public void Classes_can_be_named_otherwise_and_stand_elsewhere()
    {
        using var context = ProposedCode.Context<SakilaContext>();

        var code = ProposedCode.Of(context, new GdprProposalOptions { Name = "Rental", Namespace = "Films.Privacy" });

        code.Problems.Should().BeEmpty();
        code["RentalKeys.cs"].Should().Contain("namespace Films.Privacy;");
        code["CustomerMap.cs"].Should().Contain("using Customer = Sakila.Customer;");
    }

    [Fact]
    public void A_model_without_a_context_at_hand_is_named_by_the_caller()
    {
        using var context = ProposedCode.Context<SakilaContext>();

        GdprStarter.Propose(context.Model, "RentalDbContext").Files.Select(file => file.Name).Should().Contain("RentalKeys.cs");
    }

    [Fact]
    public void A_model_without_people_says_so_and_what_to_do()
    {
        using var context = new CatalogueContext();

        var proposal = GdprStarter.Propose(context);

        proposal.IsEmpty.Should().BeTrue();
        proposal.ToString().Should().StartWith("GDPR4060: CatalogueContext seems to hold nothing about people").And.Contain("mark a property of theirs with [PersonalData]");
    }

    private sealed class CatalogueContext : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseSqlite("Data Source=:memory:");

        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Film>().Ignore(f => f.Language).Ignore(f => f.OriginalLanguage).Ignore(f => f.FilmActors).Ignore(f => f.FilmCategories).Ignore(f => f.Inventories);
    }
}

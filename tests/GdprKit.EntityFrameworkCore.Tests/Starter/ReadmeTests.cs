using Microsoft.EntityFrameworkCore;

namespace GdprKit.EntityFrameworkCore.Starter
{
    public sealed class ReadmeTests
    {
        private readonly GdprProposal _proposal = GdprStarter.Propose(ProposedCode.Context<Shop.ShopContext>());

        private static string[] Readme => File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Starter", "README.md"));

        [Fact]
        public void What_the_readme_shows_is_what_comes_out()
        {
            var shown = Readme.SkipWhile(line => line != "```cs").Skip(1).TakeWhile(line => line != "```").Select(line => line.Trim()).Where(line => line != "…").ToList();

            shown.Should().HaveCountGreaterThan(5);
            _proposal.Files.Single(file => file.Name == "CustomerMap.cs").Text.Split('\n').Select(line => line.Trim()).Should().Contain(shown);
        }

        [Fact]
        public void The_files_that_the_readme_names_are_written()
        {
            var named = Readme.Single(line => line.StartsWith("proposal.WriteTo(", StringComparison.Ordinal)).Split("// ")[1].Split(", ");

            _proposal.Files.Select(file => file.Name).Should().BeEquivalentTo(named);
        }
    }
}

namespace Shop
{
    /// <summary>The classes of the README.</summary>
    public sealed class ShopContext(DbContextOptions<ShopContext> options) : DbContext(options)
    {
        public DbSet<Customer> Customers => Set<Customer>();
    }

    public sealed class Customer
    {
        public int Id { get; set; }

        public string FirstName { get; set; } = "";

        public string Email { get; set; } = "";

        public DateTime CreatedUtc { get; set; }

        public List<Order> Orders { get; } = [];
    }

    public sealed class Order
    {
        public int Id { get; set; }

        public Customer Customer { get; set; } = null!;

        public DateTime OrderDate { get; set; }

        public decimal Total { get; set; }
    }
}

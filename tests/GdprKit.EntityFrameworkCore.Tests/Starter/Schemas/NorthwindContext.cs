using Microsoft.EntityFrameworkCore;

namespace Northwind;

/// <summary>Northwind, with its two join tables without a class, as Entity Framework Core reads them.</summary>
public sealed class NorthwindContext(DbContextOptions<NorthwindContext> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Customer>()
            .HasMany(c => c.CustomerTypes).WithMany(d => d.Customers)
            .UsingEntity<Dictionary<string, object>>(
                "CustomerCustomerDemo",
                right => right.HasOne<CustomerDemographic>().WithMany().HasForeignKey("CustomerTypeId"),
                left => left.HasOne<Customer>().WithMany().HasForeignKey("CustomerId"),
                join => join.HasKey("CustomerId", "CustomerTypeId"));
        modelBuilder.Entity<CustomerDemographic>().HasKey(d => d.CustomerTypeId);
        modelBuilder.Entity<Employee>()
            .HasMany(e => e.Territories).WithMany(t => t.Employees)
            .UsingEntity<Dictionary<string, object>>(
                "EmployeeTerritory",
                right => right.HasOne<Territory>().WithMany().HasForeignKey("TerritoryId"),
                left => left.HasOne<Employee>().WithMany().HasForeignKey("EmployeeId"),
                join => join.HasKey("EmployeeId", "TerritoryId"));
        modelBuilder.Entity<Employee>().HasOne(e => e.ReportsToNavigation).WithMany(e => e.InverseReportsToNavigation).HasForeignKey(e => e.ReportsTo);
        modelBuilder.Entity<Order>().HasOne(o => o.ShipViaNavigation).WithMany(s => s.Orders).HasForeignKey(o => o.ShipVia);
        modelBuilder.Entity<OrderDetail>().ToTable("Order Details").HasKey(d => new { d.OrderId, d.ProductId });
        modelBuilder.Entity<Product>();
        modelBuilder.Entity<Supplier>();
        modelBuilder.Entity<Territory>();
    }
}

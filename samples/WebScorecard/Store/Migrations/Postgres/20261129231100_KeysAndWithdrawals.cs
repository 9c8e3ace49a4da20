using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WebScorecard.Store.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class KeysAndWithdrawals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Status",
                table: "CheckIns",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "WithdrawnOn",
                table: "CheckIns",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Key",
                table: "Measurements",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "Withdraws",
                table: "Measurements",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<decimal>(
                name: "Above",
                table: "Targets",
                type: "numeric",
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "Below",
                table: "Targets",
                type: "numeric",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "Redefines",
                table: "Targets",
                type: "boolean",
                nullable: false,
                defaultValue: false);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Status",
                table: "CheckIns");

            migrationBuilder.DropColumn(
                name: "WithdrawnOn",
                table: "CheckIns");

            migrationBuilder.DropColumn(
                name: "Key",
                table: "Measurements");

            migrationBuilder.DropColumn(
                name: "Withdraws",
                table: "Measurements");

            migrationBuilder.DropColumn(
                name: "Above",
                table: "Targets");

            migrationBuilder.DropColumn(
                name: "Below",
                table: "Targets");

            migrationBuilder.DropColumn(
                name: "Redefines",
                table: "Targets");
        }
    }
}

//! Requests of the first page.

use crate::api::list::Page;
use crate::api::{Context, Nothing};
use crate::error::Result;
use crate::overview::{Overview, TodayQuery, TodoGroup, TodoItem, TodoQuery};
use crate::storage::overview as stored;

pub(super) fn get(context: &Context<'_>, _: Nothing) -> Result<Overview> {
    context.read(|connection| stored::get(connection, context.as_of()))
}

pub(super) fn todo(context: &Context<'_>, query: TodoQuery) -> Result<Page<TodoItem>> {
    context.read(|connection| stored::todo(connection, &query, context.as_of()))
}

pub(super) fn today(context: &Context<'_>, query: TodayQuery) -> Result<Vec<TodoGroup>> {
    context.read(|connection| stored::today(connection, &query, context.as_of()))
}
